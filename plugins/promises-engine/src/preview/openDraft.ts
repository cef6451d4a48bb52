import { hashSpec } from '@promissory/plugin-promises-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ulid } from 'ulid';
import { NO_CHILDREN } from '../children/types';
import { requiredPromisesColumn } from '../database/json';
import { readDestinationFacts } from '../database/operations/destinations/readDestinationFacts';
import { readPromiseFacts } from '../database/operations/promises/readPromiseFacts';
import { readRevisions } from '../database/operations/promises/readRevisions';
import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import { readRequestFacts } from '../database/operations/requests/readRequestFacts';
import type { PromiseRow, RequestRow } from '../database/rows/rows';
import type { RequestSnapshot } from '../plan/snapshot';
import { newRequestRow } from '../platform/newRequestRow';
import type { Preview, PreviewDraft, PreviewState } from './types';

/** The request of a draft as it would be right after the order: with everything that is there of it. */
export async function openDraft(
  preview: Preview,
  draft: PreviewDraft,
): Promise<PreviewState> {
  const { knex } = preview;
  const { request } = draft;
  const present =
    draft.uid === undefined
      ? undefined
      : await knex<RequestRow>('requests').where({ uid: draft.uid }).first();
  const promise = await knex<PromiseRow>('promises')
    .where(
      present
        ? { id: present.promise_id }
        : {
            platform: preview.platform,
            name: request.promiseName,
            holds_name: true,
          },
    )
    .first();
  if (!promise) {
    throw new NotFoundError(`There is no Promise ${request.promiseName}`);
  }
  const row = present
    ? changedRow(present, draft)
    : newRequestRow({
        uid: ulid(),
        request,
        promise,
        platform: preview.platform,
        at: preview.now().toISOString(),
        rowVersion: 1,
        parent: draft.parent,
      });
  const stored = present && (await readPresent(preview, present.uid));
  const snapshot: RequestSnapshot = {
    children: NO_CHILDREN,
    works: [],
    placements: [],
    ...stored,
    request: readRequestFacts(row),
    promise: readPromiseFacts(promise),
    revisions: await readRevisions(
      knex,
      [promise.current_revision_id ?? undefined],
      preview.revisions,
    ),
    generation: {
      generation: row.generation,
      spec: request.spec,
      specHash: hashSpec(request.spec),
      actor: request.actor.ref,
    },
    destinations: await readDestinationFacts(knex, preview.platform),
    configureRun: undefined,
    deleteRun: undefined,
    runningStep: undefined,
  };
  return {
    row,
    snapshot,
    requiredPromises: requiredPromisesColumn
      .parse(promise.required_promises)
      .map(({ name }) => name),
  };
}

async function readPresent(
  preview: Preview,
  uid: string,
): Promise<RequestSnapshot> {
  const snapshot = await loadRequestSnapshot(preview.knex, {
    uid,
    revisions: preview.revisions,
    children: preview.children,
  });
  if (!snapshot || snapshot.request.deleteRequestedAt) {
    throw new ConflictError(
      'The request is being deleted, so it cannot be changed any more',
    );
  }
  return snapshot;
}

/** The change makes a generation. */
function changedRow(row: RequestRow, { request }: PreviewDraft): RequestRow {
  return {
    ...row,
    owner_ref: request.ownerRef,
    labels: JSON.stringify(request.labels),
    annotations: JSON.stringify(request.annotations),
    generation: row.generation + 1,
  };
}
