/**
 * Extension points and permission rules of the promises backend.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './runner';
export * from './secrets';
