/**
 * Portable pipeline functions, and the runner that executes them in worker threads.
 *
 * @packageDocumentation
 */
export * from './pipelineFunction';
export * from './runner';
export { policyFunction } from './policy';
export { renderFunction } from './render';
export { waitForFunction } from './waitFor';
