/**
 * Portable pipeline functions, and the runner that executes them in worker threads.
 *
 * @packageDocumentation
 */
export * from './pipelineFunction';
export * from './runner';
export { renderFunction } from './render';
