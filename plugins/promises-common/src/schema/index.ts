export { checkSchema } from './checking/checkSchema';
export { compileSchema, type CompileSchemaOptions } from './compileSchema';
export { InvalidSchemaError } from './InvalidSchemaError';
export type { DataPath } from './location/DataPath';
export { parseJsonText } from './json/parseJsonText';
export { formatPath } from './location/formatPath';
export * from './types';
export type { Violation, ViolationReason } from './violations/Violation';
