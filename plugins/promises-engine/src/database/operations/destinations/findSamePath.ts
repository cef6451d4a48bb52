import type { Finding } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { DestinationRow } from '../../rows/rows';

/** An error where another Destination of the platform writes to the same path of the same state store. */
export async function findSamePath(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly name: string;
    readonly spec: {
      readonly path: string;
      readonly stateStoreRef: { readonly kind: string; readonly name: string };
    };
  },
): Promise<Finding[]> {
  const { platform, name, spec } = options;
  const { kind, name: store } = spec.stateStoreRef;
  const others = await knex<DestinationRow>('destinations')
    .where({ platform, state_store_kind: kind, state_store_name: store })
    .whereNot({ name })
    .whereIn('state', ['Ready', 'NotReady', 'Removing'])
    .select('name', 'spec');
  const same = others.find(other => JSON.parse(other.spec).path === spec.path);
  return same
    ? [
        {
          severity: 'error',
          path: 'spec.path',
          message: `destination path '${spec.path}' already exists for state store '${store}': it is that of Destination ${same.name}`,
        },
      ]
    : [];
}
