import {
  getPipelines,
  hashResourceWorkflow,
  type PolicyViolation,
  type PreviewedRequest,
} from '@promissory/plugin-promises-common';
import { ulid } from 'ulid';
import { describeIdentity } from '../children/describeIdentity';
import { listChildProblems } from '../children/judgeChildren';
import { superfluousChildren } from '../children/superfluousChildren';
import type { RevisionFacts, RunFacts } from '../plan/snapshot';
import { invalidOutput } from '../workflow/readOutcome';
import { compareFiles } from './compareFiles';
import { describeFiles } from './describeFiles';
import { openDraft } from './openDraft';
import { type PlacedState, placeWorks } from './placeWorks';
import { previewChildren } from './previewChildren';
import { previewDeletion } from './previewDeletion';
import { runPreviewPipeline } from './runPreviewPipeline';
import { takeOutput } from './takeOutput';
import type { Preview, PreviewDraft, PreviewNode, PreviewState } from './types';

type End = Pick<PreviewedRequest, 'outcome' | 'message'>;

/** Goes through the pipelines of a request and of those that it writes, as the engine would, and stores nothing. */
export async function previewDraft(
  preview: Preview,
  draft: PreviewDraft,
): Promise<PreviewNode> {
  const opened = await openDraft(preview, draft);
  const { promise, revisions } = opened.snapshot;
  const revision = revisions.get(promise.currentRevisionId ?? '');
  const walked = revision
    ? await walkPipelines(preview, draft, opened, revision)
    : noRevision(opened, promise.message);
  const { state, violations, children } = walked;
  const gone =
    walked.end.outcome === 'Complete'
      ? superfluousChildren(state.snapshot.children)
      : [];
  for (const child of gone) {
    children.push(await previewDeletion(preview, child));
  }
  const { promiseName, namespace, name } = draft.request;
  const files = await describeFiles(
    preview,
    compareFiles({
      before: opened.snapshot.placements,
      after: state.snapshot.placements,
      works: state.snapshot.works,
      unscheduled: state.unscheduled,
    }),
  );
  return {
    status: state.snapshot.request.status,
    children,
    request: {
      promiseName,
      namespace,
      name,
      depth: draft.ancestors.length,
      change: draft.uid === undefined ? 'Ordered' : 'Changed',
      ...walked.end,
      violations: [...violations],
      files,
    },
  };
}

interface WalkedPipelines {
  readonly state: PlacedState;
  readonly end: End;
  readonly violations: readonly PolicyViolation[];
  readonly children: PreviewNode[];
}

async function walkPipelines(
  preview: Preview,
  draft: PreviewDraft,
  opened: PreviewState,
  revision: RevisionFacts,
): Promise<WalkedPipelines> {
  const { definition } = revision;
  const pipelines = getPipelines(definition, 'resource', 'configure');
  const violations: PolicyViolation[] = [];
  const children: PreviewNode[] = [];
  const firstRun = startRun(preview, opened, revision, pipelines.length);
  let state = await placeWorks(preview, draft, opened);
  for (const [pipelineIndex, pipeline] of pipelines.entries()) {
    const run = { ...firstRun, pipelineIndex };
    const step = await runPreviewPipeline(preview, {
      state,
      revision,
      pipeline,
      run,
    });
    violations.push(...step.violations);
    if ('end' in step) return { state, end: step.end, violations, children };
    try {
      state = await placeWorks(
        preview,
        draft,
        takeOutput(preview, state, { pipeline, definition, ...step }),
      );
    } catch (error) {
      const { message } = invalidOutput(error);
      return {
        state,
        end: { outcome: 'Failed', message },
        violations,
        children,
      };
    }
    children.push(
      ...(await previewChildren(preview, draft, state, child =>
        previewDraft(preview, child),
      )),
    );
  }
  const kept = withoutLeftover(state, pipelines);
  if (kept) state = await placeWorks(preview, draft, kept);
  return { state, end: endOf(state, children), violations, children };
}

/** A request is no better than what it writes. */
function endOf(state: PlacedState, children: readonly PreviewNode[]): End {
  const [problem] = listChildProblems(state.snapshot);
  if (problem) return { outcome: 'Failed', message: problem.message };
  const [awaited] = state.snapshot.children.awaited;
  if (awaited) return { outcome: 'Waiting', message: awaited.message };
  const unfinished = children.find(
    ({ request }) => request.outcome !== 'Complete',
  );
  if (unfinished) {
    const { outcome, message = outcome } = unfinished.request;
    return {
      outcome,
      message: `${describeIdentity(unfinished.request)}: ${message}`,
    };
  }
  return { outcome: 'Complete' };
}

/** Works of pipelines that the Promise no longer has go when the workflow has succeeded; undefined where there are none. */
function withoutLeftover(
  { snapshot, ...state }: PlacedState,
  pipelines: ReturnType<typeof getPipelines>,
): PreviewState | undefined {
  const names = pipelines.map(({ metadata }) => metadata.name);
  const works = snapshot.works.filter(({ pipeline }) =>
    names.includes(pipeline),
  );
  return works.length < snapshot.works.length
    ? { ...state, snapshot: { ...snapshot, works } }
    : undefined;
}

function startRun(
  preview: Preview,
  { snapshot }: PreviewState,
  revision: RevisionFacts,
  pipelineCount: number,
): RunFacts {
  const { generation } = snapshot;
  return {
    id: ulid(),
    generation: generation.generation,
    revisionId: revision.id,
    type: 'resource',
    workflow: 'configure',
    trigger: generation.generation === 1 ? 'order' : 'change',
    state: 'Running',
    pipelineIndex: 0,
    pipelineCount,
    attempt: 0,
    hash: hashResourceWorkflow({
      promiseHash: revision.specHash,
      resourceHash: generation.specHash,
    }),
    startedAt: preview.now().toISOString(),
  };
}

function noRevision(opened: PreviewState, message: string): WalkedPipelines {
  return {
    state: { ...opened, unscheduled: [] },
    end: { outcome: 'Unknown', message },
    violations: [],
    children: [],
  };
}
