import type {
  DestinationInfo,
  StateStoreInfo,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { findingsColumn, stringMapColumn } from '../../database/json';
import type { DestinationRow, StateStoreRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';
import {
  type DestinationContent,
  readDestinationContent,
} from './readDestinationContent';

const destinationSpecSchema = z.object({
  path: z.string().catch(''),
  filepath: z
    .object({
      mode: z
        .enum(['nestedByMetadata', 'none', 'aggregatedYAML'])
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  strictMatchLabels: z.boolean().optional().catch(undefined),
});
const storeSpecSchema = z.object({
  url: z.string().optional().catch(undefined),
  endpoint: z.string().optional().catch(undefined),
  branch: z.string().optional().catch(undefined),
});

/** All Destinations of a platform by name, each with its state store and what is there. */
export async function listDestinations(
  knex: Knex,
  options: { readonly platform: string },
): Promise<DestinationInfo[]> {
  const { platform } = options;
  const [destinations, stores, content] = await Promise.all([
    knex<DestinationRow>('destinations').where({ platform }).orderBy('name'),
    knex<StateStoreRow>('state_stores').where({ platform }),
    readDestinationContent(knex, { platform }),
  ]);
  return destinations.map(row =>
    toDestination(
      row,
      stores.find(
        ({ kind, name }) =>
          kind === row.state_store_kind && name === row.state_store_name,
      ),
      content.get(row.name),
    ),
  );
}

function toDestination(
  row: DestinationRow,
  store: StateStoreRow | undefined,
  content: DestinationContent | undefined,
): DestinationInfo {
  const spec = destinationSpecSchema.parse(JSON.parse(row.spec));
  return withoutAbsent({
    name: row.name,
    entityRef: row.entity_ref,
    labels: stringMapColumn.parse(row.labels),
    path: spec.path,
    mode: spec.filepath?.mode ?? 'nestedByMetadata',
    strictMatchLabels: spec.strictMatchLabels ?? false,
    fulfilsRequests: Boolean(row.fulfils_requests),
    catalog: Boolean(row.catalog),
    state: row.state as DestinationInfo['state'],
    reason: row.reason,
    message: row.message,
    stateStore: store ? toStateStore(store) : missingStore(row),
    placements: content?.placements ?? 0,
    failedPlacements: content?.failed ?? 0,
    lastCommit: content?.lastCommit,
    lastWrittenAt: content?.lastWrittenAt,
    foreignFiles: row.foreign_files
      ? {
          count: row.foreign_files,
          examples: z
            .array(z.string())
            .parse(JSON.parse(row.foreign_examples ?? '[]')),
        }
      : undefined,
    comparedAt: row.compared_at ?? undefined,
    findings: findingsColumn.parse(row.findings),
  });
}

function toStateStore(row: StateStoreRow): StateStoreInfo {
  const spec = storeSpecSchema.parse(JSON.parse(row.spec));
  return withoutAbsent({
    kind: row.kind as StateStoreInfo['kind'],
    name: row.name,
    url: withoutCredentials(spec.url ?? spec.endpoint),
    branch: spec.branch,
    state: row.state as StateStoreInfo['state'],
    reason: row.reason,
    message: row.message,
  });
}

function missingStore(row: DestinationRow): StateStoreInfo {
  const kind = row.state_store_kind as StateStoreInfo['kind'];
  const name = row.state_store_name;
  return {
    kind,
    name,
    state: 'NotReady',
    reason: 'StateStoreNotFound',
    message: `${kind}/${name}: not found`,
  };
}

/** An address may hold a password that nobody should read on a page. */
function withoutCredentials(url: string | undefined): string | undefined {
  return url?.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
