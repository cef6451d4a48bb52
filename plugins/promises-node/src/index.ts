/**
 * Extension points of the promises backend.
 *
 * @packageDocumentation
 */
export * from './runner';
export * from './secrets';
