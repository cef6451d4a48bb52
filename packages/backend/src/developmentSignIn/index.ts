export { developmentSignInModule as default } from './developmentSignInModule';
