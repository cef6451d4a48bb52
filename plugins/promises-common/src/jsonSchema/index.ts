export type { JsonSchema } from './JsonSchema';
export { loosenSchema, type LoosenSchemaOptions } from './loosenSchema';
export { portablePattern } from './portablePattern';
