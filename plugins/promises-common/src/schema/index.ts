export { compileSchema, type CompileSchemaOptions } from './compileSchema';
export { InvalidSchemaError } from './InvalidSchemaError';
export type { DataPath } from './location/DataPath';
export { formatPath } from './location/formatPath';
export * from './types';
export type { Violation, ViolationReason } from './violations/Violation';
