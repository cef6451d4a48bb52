export * from './types';
export { FunctionError, type FunctionErrorOptions } from './FunctionError';
export { pipelineFunctions } from './functions';
