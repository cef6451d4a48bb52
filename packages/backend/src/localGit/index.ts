export { localGitModule as default } from './localGitModule';
