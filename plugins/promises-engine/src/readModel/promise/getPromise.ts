import type {
  PromiseDefinition,
  PromiseDetail,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { cardColumn, findingsColumn } from '../../database/json';
import { getDefinition } from '../../database/operations/definitions/getDefinition';
import { readRequirements } from '../../database/operations/promises/readRequirements';
import type { PromiseRevisionRow, PromiseRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';
import { type PromiseView, selectPromises } from './selectPromises';
import { type PromiseCardPart, toCard } from './toCard';

/** The page of a Promise without what depends on the caller, the runners and the compiled schema. */
export type PromiseDetailPart = PromiseCardPart &
  Pick<
    PromiseDetail,
    | 'links'
    | 'whatYouGet'
    | 'example'
    | 'findings'
    | 'revisions'
    | 'documentation'
  >;

/** A Promise with its current definition. */
export interface PromiseRecord {
  readonly row: PromiseRow;
  readonly detail: PromiseDetailPart;
  /** Absent where no definition was adopted yet. */
  readonly current?: {
    readonly revisionId: string;
    readonly definitionSha256: string;
    readonly definition: PromiseDefinition;
  };
}

/**
 * One Promise by name (the one that holds it, else the newest that wants it), by entity or by id; undefined where there
 * is none.
 */
export async function getPromise(
  knex: Knex,
  options:
    | { readonly platform: string; readonly name: string }
    | { readonly platform: string; readonly entityRef: string }
    | { readonly id: string },
): Promise<PromiseRecord | undefined> {
  const view = await findView(knex, options);
  if (!view) {
    return undefined;
  }
  const revisions = await knex<PromiseRevisionRow>('promise_revisions')
    .where({ promise_id: view.id })
    .orderBy('sequence', 'desc');
  const requirements = await readRequirements(knex, view);
  const { version, definition_sha256: sha256, ...row } = view;
  const definition = sha256 ? await getDefinition(knex, { sha256 }) : undefined;
  const card = cardColumn.parse(row.card);
  return {
    row,
    detail: withoutAbsent({
      ...toCard(view, requirements),
      links: [...card.links],
      whatYouGet: [...card.whatYouGet],
      example: card.example,
      documentation: card.documentation,
      findings: findingsColumn.parse(row.findings),
      revisions: revisions.map(revision => ({
        id: revision.id,
        version: revision.version,
        current: revision.id === row.current_revision_id,
        createdAt: revision.created_at,
      })),
    }),
    ...(sha256 && row.current_revision_id && definition
      ? {
          current: {
            revisionId: row.current_revision_id,
            definitionSha256: sha256,
            definition,
          },
        }
      : {}),
  };
}

async function findView(
  knex: Knex,
  options: Parameters<typeof getPromise>[1],
): Promise<PromiseView | undefined> {
  const query = selectPromises(knex);
  if ('id' in options) {
    query.where('promises.id', options.id);
  } else if ('entityRef' in options) {
    query
      .where('promises.platform', options.platform)
      .where('promises.entity_ref', options.entityRef);
  } else {
    query
      .where('promises.platform', options.platform)
      .where('promises.name', options.name);
  }
  const [view] = await query
    .orderBy([
      { column: 'promises.holds_name', order: 'desc' },
      { column: 'promises.created_at', order: 'desc' },
    ])
    .limit(1);
  return view;
}
