/**
 * Types, schema semantics, permissions and the API client of Promissory; isomorphic and pure.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './catalog';
export * from './expressions';
export * from './form';
export * from './jsonSchema';
export * from './kratix';
export * from './permissions';
export * from './schema';
export * from './search';
export * from './yaml';
