export { admitSpec } from './admitSpec';
export type { SpecQuestion, SpecVerdict } from './admitSpec';
export { checkName, checkNamespace } from './checkName';
export type { CompiledApi } from './CompiledApi';
export { fieldError } from './fieldError';
