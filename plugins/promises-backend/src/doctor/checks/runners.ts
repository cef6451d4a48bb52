import {
  getPipelines,
  type DoctorRemedy,
  type DoctorResult,
  type Pipeline,
} from '@promissory/plugin-promises-common';
import {
  chooseRunner,
  getDefinition,
  listRegistryHealth,
} from '@promissory/plugin-promises-engine';
import type { PromisesConfig } from '../../config/PromisesConfig';
import { configRemedy } from '../configRemedy';
import type { Check } from '../types';

/** Types and actions of workflows. */
const WORKFLOWS = [
  ['resource', 'configure'],
  ['resource', 'delete'],
  ['promise', 'configure'],
  ['promise', 'delete'],
] as const;

/** A pipeline that nothing here can run. */
export interface PipelineWithoutRunner {
  readonly promise: string;
  readonly entityRef: string;
  /** For example `resource configure`. */
  readonly workflow: string;
  readonly pipeline: Pick<Pipeline, 'metadata' | 'spec'>;
  readonly reason: string;
  readonly remedy: string;
}

export function judgeRunners(facts: {
  readonly runners: readonly string[];
  readonly lacking: readonly PipelineWithoutRunner[];
  readonly images: PromisesConfig['functions']['images'];
}): DoctorResult[] {
  const { runners, lacking, images } = facts;
  if (lacking.length === 0) {
    return [
      {
        status: 'ok',
        message: `Every pipeline has a runner (${
          runners.join(', ') || 'none is installed, and none is needed'
        }).`,
      },
    ];
  }
  return lacking.map(each => ({
    status: 'error',
    subject: `Promise/${each.promise}`,
    entityRef: each.entityRef,
    message: `Nothing here runs pipeline ${each.pipeline.metadata.name} of its workflow ${each.workflow}: ${each.reason}.`,
    remedy: mend(each, images),
  }));
}

function mend(
  { reason, remedy, pipeline }: PipelineWithoutRunner,
  images: PromisesConfig['functions']['images'],
): DoctorRemedy {
  const text = `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
  const image = pipeline.spec.containers
    .map(container => container.image)
    .find(each => reason.includes(each));
  if (!image) return { text };
  const { repository, major } = parseImage(image);
  return configRemedy(
    `${text} If ${image} is a function under another name, say so:`,
    {
      promises: {
        functions: {
          images: [...images, { function: 'render', repository, major }],
        },
      },
    },
  );
}

function parseImage(image: string): { repository: string; major: number } {
  const [withoutDigest] = image.split('@');
  const colon = withoutDigest.lastIndexOf(':');
  const hasTag = colon > withoutDigest.lastIndexOf('/');
  const major = hasTag
    ? /^v?(\d+)/.exec(withoutDigest.slice(colon + 1))?.[1]
    : undefined;
  return {
    repository: hasTag ? withoutDigest.slice(0, colon) : withoutDigest,
    major: Number(major ?? 1),
  };
}

export const runnersCheck: Check = {
  id: 'runners',
  area: 'promises',
  title: 'Runners of pipelines',
  async run({ knex, platform, definitions, config }) {
    const { runners } = definitions;
    const { promises } = await listRegistryHealth(knex, { platform });
    const lacking: PipelineWithoutRunner[] = [];
    for (const { name, entityRef, definitionSha256: sha256 } of promises) {
      const definition =
        sha256 === undefined
          ? undefined
          : await getDefinition(knex, { sha256 });
      if (!definition) continue;
      for (const [type, action] of WORKFLOWS) {
        for (const pipeline of getPipelines(definition, type, action)) {
          const choice = chooseRunner(runners, pipeline);
          if ('runner' in choice) continue;
          const workflow = `${type} ${action}`;
          lacking.push({
            promise: name,
            entityRef,
            workflow,
            pipeline,
            ...choice,
          });
        }
      }
    }
    return judgeRunners({
      runners: runners.map(runner => runner.name),
      lacking,
      images: config.functions.images,
    });
  },
};
