import type {
  Pipeline,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { PipelineOutcome } from '@promissory/plugin-promises-node';
import type { WorkFacts } from '../scheduling/types';
import { workName } from '../scheduling/workName';
import { buildWorkloadGroups } from '../workflow/buildWorkloadGroups';
import { mergeStatus } from '../workflow/mergeStatus';
import type { PipelineResult } from '../workflow/types';
import type { Preview, PreviewState } from './types';

/** What a pipeline that ended well adds to its request: its Work and its status. Throws an InputError for bad selectors. */
export function takeOutput(
  preview: Preview,
  { snapshot, ...state }: PreviewState,
  options: {
    readonly pipeline: Pipeline;
    readonly definition: PromiseDefinition;
    readonly output: PipelineOutcome['output'];
    readonly result: PipelineResult;
  },
): PreviewState {
  const { pipeline, definition, output, result } = options;
  const { request, generation } = snapshot;
  const workloads = preview.contents.add(output);
  workloads.forEach(file =>
    preview.children.documents.learn(file, output.get(file.filepath)!),
  );
  const groups = buildWorkloadGroups({
    type: 'resource',
    workloads,
    selectors: result.selectors,
    promiseSelectors: definition.spec.destinationSelectors ?? [],
  });
  const name = pipeline.metadata.name;
  const isOwn = (one: WorkFacts) =>
    one.type === 'resource' && one.pipeline === name;
  const present = snapshot.works.find(isOwn);
  const work: WorkFacts = {
    id: present?.id ?? `${request.uid}/${name}`,
    name:
      present?.name ??
      workName({
        promiseName: request.promiseName,
        requestName: request.name,
        ownerId: request.uid,
        pipeline: name,
      }),
    type: 'resource',
    pipeline: name,
    generation: generation.generation,
    groups,
  };
  const { fields, conditions } = mergeStatus(
    { fields: request.status, conditions: request.conditions },
    result.status,
  );
  return {
    ...state,
    snapshot: {
      ...snapshot,
      works: [...snapshot.works.filter(one => !isOwn(one)), work],
      request: { ...request, status: fields, conditions },
    },
  };
}
