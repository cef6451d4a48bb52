import { judgeChildren, type ChildVerdict } from '../children/judgeChildren';
import type { RequestIdentity } from '../children/types';
import { identityKey } from './identityKey';
import type { Preview, PreviewDraft, PreviewNode, PreviewState } from './types';

/** More are not gone into: what an order brings is then told in part, and said so. */
const MOST_REQUESTS = 100;

/** The children that the request would have now and that were not gone into yet. */
export async function previewChildren(
  preview: Preview,
  draft: PreviewDraft,
  { snapshot }: PreviewState,
  goInto: GoInto,
): Promise<PreviewNode[]> {
  const nodes: PreviewNode[] = [];
  for (const verdict of judgeChildren(snapshot)) {
    const node = await previewChild(preview, verdict, {
      draft,
      parent: snapshot.request,
      goInto,
    });
    if (node) nodes.push(node);
  }
  return nodes;
}

/** How the preview of a child is made. */
type GoInto = (child: PreviewDraft) => Promise<PreviewNode>;

async function previewChild(
  preview: Preview,
  verdict: ChildVerdict,
  options: {
    readonly draft: PreviewDraft;
    readonly parent: PreviewState['snapshot']['request'];
    readonly goInto: GoInto;
  },
): Promise<PreviewNode | undefined> {
  const { draft, parent, goInto } = options;
  if (verdict.kind === 'waits') {
    preview.notes.add(verdict.message);
    return undefined;
  }
  if (verdict.kind === 'problem') return undefined;
  const identity: RequestIdentity =
    verdict.kind === 'present'
      ? verdict.child
      : { ...verdict.wanted, promiseName: verdict.wanted.promise.name };
  const key = identityKey(identity);
  if (preview.found.has(key)) return undefined;
  if (preview.found.size >= MOST_REQUESTS) {
    preview.notes.add(
      `It consists of more than ${MOST_REQUESTS} requests; the others are not shown`,
    );
    return undefined;
  }
  const node =
    verdict.kind === 'present'
      ? unchanged(identity, draft)
      : await goInto(childDraft(draft, parent, verdict));
  preview.found.set(key, node);
  return node;
}

function childDraft(
  draft: PreviewDraft,
  parent: PreviewState['snapshot']['request'],
  { wanted, uid }: Extract<ChildVerdict, { kind: 'apply' }>,
): PreviewDraft {
  const { promise, namespace, name, document, spec } = wanted;
  return {
    uid,
    parent: { uid: parent.uid, requestedBy: parent.requestedBy },
    ancestors: [
      {
        promiseName: parent.promiseName,
        namespace: parent.namespace,
        name: parent.name,
      },
      ...draft.ancestors,
    ],
    request: {
      promiseName: promise.name,
      namespace,
      name,
      labels: document.labels,
      annotations: document.annotations,
      spec,
      promiseRevisionId: promise.revisionId ?? '',
      ownerRef: parent.ownerRef,
      actor: { ref: draft.request.actor.ref, origin: 'parent' },
    },
  };
}

/** One that is there as it is wanted; nothing runs for it. */
function unchanged(
  { promiseName, namespace, name }: RequestIdentity,
  draft: PreviewDraft,
): PreviewNode {
  return {
    status: {},
    children: [],
    request: {
      promiseName,
      namespace,
      name,
      depth: draft.ancestors.length + 1,
      change: 'Unchanged',
      outcome: 'Complete',
      violations: [],
      files: [],
    },
  };
}
