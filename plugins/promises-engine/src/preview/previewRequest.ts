import type {
  Preview as ApiPreview,
  PreviewedRequest,
} from '@promissory/plugin-promises-common';
import { listPromiseCards } from '../readModel/promise/listPromiseCards';
import { previewDraft } from './previewDraft';
import type {
  FoundRequest,
  PreviewDraft,
  PreviewNode,
  PreviewTools,
} from './types';
import { WorkloadContents } from './WorkloadContents';

/** What is previewed. @public */
export interface PreviewRequestOptions
  extends Pick<PreviewDraft, 'request' | 'uid'> {
  /** Whether who asks may read requests of a Promise that belong to this one; what they may not is left out. */
  readonly mayRead: (part: {
    readonly promiseName: string;
    readonly namespace: string;
  }) => boolean;
  /** Ends the preview with its reason. */
  readonly signal: AbortSignal;
}

/** What an order or a change would bring, worked out in memory: nothing is stored, nothing is delivered. */
export async function previewRequest(
  tools: PreviewTools,
  { request, uid, signal, mayRead }: PreviewRequestOptions,
): Promise<ApiPreview> {
  const notes = new Set<string>();
  const root = await previewDraft(
    {
      ...tools,
      signal,
      notes,
      contents: WorkloadContents.create(),
      found: new Map(),
    },
    { request, uid, ancestors: [] },
  );
  const cards = await listPromiseCards(tools.knex, {
    platform: tools.platform,
    names: promiseNames(root),
  });
  const all = flatten(root, cards);
  const shown = all.filter(one => one === root.request || mayRead(one));
  if (shown.length < all.length) {
    notes.add('Parts that you may not read are not shown');
  }
  return {
    notes: [...notes],
    isComplete:
      notes.size === 0 && all.every(({ outcome }) => outcome === 'Complete'),
    requests: shown.map(({ promiseName, ...one }) => ({
      promise: describePromise(promiseName, cards),
      ...one,
    })),
  };
}

type Cards = Awaited<ReturnType<typeof listPromiseCards>>;

function describePromise(
  name: string,
  cards: Cards,
): PreviewedRequest['promise'] {
  const { title = name, icon } = cards.get(name) ?? {};
  return { name, title, ...(icon ? { icon } : {}) };
}

function promiseNames({ request, children }: PreviewNode): string[] {
  return [request.promiseName, ...children.flatMap(promiseNames)];
}

/** Parts in the order of their titles, as the page of a request has them. */
function flatten(
  { request, children }: PreviewNode,
  cards: Cards,
): FoundRequest[] {
  const titleOf = ({
    request: { promiseName, namespace, name },
  }: PreviewNode) =>
    `${describePromise(promiseName, cards).title} ${namespace}/${name}`;
  const sorted = [...children].sort((a, b) =>
    titleOf(a).localeCompare(titleOf(b), 'en'),
  );
  return [request, ...sorted.flatMap(one => flatten(one, cards))];
}
