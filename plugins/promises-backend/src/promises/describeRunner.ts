import {
  getPipelines,
  type Pipeline,
  type PipelineInfo,
  type PromiseDefinition,
  type RunnerInfo,
} from '@promissory/plugin-promises-common';
import { chooseRunner } from '@promissory/plugin-promises-engine';
import type { PipelineRunner } from '@promissory/plugin-promises-node';

const ACTIONS = ['configure', 'delete'] as const;

/** The pipelines that an order runs, with who can run each. */
export function describePipelines(
  definition: PromiseDefinition,
  runners: readonly PipelineRunner[],
): PipelineInfo[] {
  return ACTIONS.flatMap(action =>
    getPipelines(definition, 'resource', action).map(pipeline => ({
      name: pipeline.metadata.name,
      action,
      runner: describeChoice(pipeline, runners),
      containers: pipeline.spec.containers.map(({ name, image }) => ({
        name,
        image,
      })),
    })),
  );
}

/** Whether all pipelines of a Promise, its own too, can be run here; else what the first that cannot lacks. */
export function describeRunner(
  definition: PromiseDefinition,
  runners: readonly PipelineRunner[],
): RunnerInfo {
  const infos = ACTIONS.flatMap(action => [
    ...getPipelines(definition, 'resource', action),
    ...getPipelines(definition, 'promise', action),
  ]).map(pipeline => ({ pipeline, info: describeChoice(pipeline, runners) }));
  const lacking = infos.find(({ info }) => !info.available);
  if (lacking) {
    const { name } = lacking.pipeline.metadata;
    return {
      ...lacking.info,
      missing: `Pipeline ${name}: ${lacking.info.missing}`,
    };
  }
  const names = new Set(infos.flatMap(({ info }) => info.name ?? []));
  return {
    available: true,
    ...(names.size > 0 && { name: [...names].join(', ') }),
  };
}

function describeChoice(
  pipeline: Pipeline,
  runners: readonly PipelineRunner[],
): RunnerInfo {
  const choice = chooseRunner(runners, pipeline);
  return 'runner' in choice
    ? { available: true, name: choice.runner.name }
    : { available: false, missing: choice.reason, remedy: choice.remedy };
}
