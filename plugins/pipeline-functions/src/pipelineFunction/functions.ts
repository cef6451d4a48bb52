import { policyFunction } from '../policy';
import { renderFunction } from '../render';
import type { PipelineFunction } from './types';

/** All functions, by name. @public */
export const pipelineFunctions: ReadonlyMap<string, PipelineFunction> = new Map(
  [policyFunction, renderFunction].map(definition => [
    definition.name,
    definition,
  ]),
);
