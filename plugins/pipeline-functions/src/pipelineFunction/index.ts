export * from './types';
export { FunctionError } from './FunctionError';
export { pipelineFunctions } from './functions';
