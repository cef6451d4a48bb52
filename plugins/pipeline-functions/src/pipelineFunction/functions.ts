import { policyFunction } from '../policy';
import { renderFunction } from '../render';
import { waitForFunction } from '../waitFor';
import type { PipelineFunction } from './types';

/** All functions, by name. @public */
export const pipelineFunctions: ReadonlyMap<string, PipelineFunction> = new Map(
  [policyFunction, renderFunction, waitForFunction].map(definition => [
    definition.name,
    definition,
  ]),
);
