/**
 * The request form, status chips and hooks of Promissory, for other frontend plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './events';
export * from './feedback';
export * from './form';
export * from './status';
export * from './yaml';
