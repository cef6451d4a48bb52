export { compileForm, type CompileFormOptions } from './model/compileForm';
export { minimalObject } from './model/minimalObject';
export * from './path';
export * from './types';
export { toWords } from './words/toWords';
