import type {
  DoctorRemedy,
  DoctorResult,
} from '@promissory/plugin-promises-common';
import { isTrustedLocation } from '../../registry/isTrustedLocation';
import type { LocationFault } from '../../registry/LocationFault';
import { configRemedy } from '../configRemedy';
import { parseRefusedKinds } from '../parseRefusedKinds';
import type { Check } from '../types';

const LONGEST = 600;

/** @param reading - `backend.reading.allow` as it stands */
export function judgeCatalogLocations(
  faults: readonly LocationFault[],
  options: {
    readonly trusted: readonly string[];
    readonly reading: ReadonlyArray<{ readonly host: string }>;
  },
): DoctorResult[] {
  const results = faults
    .filter(
      ({ targets, message }) =>
        parseRefusedKinds(message).length === 0 &&
        targets.some(target => isTrustedLocation(options.trusted, target)),
    )
    .map(({ targets, message }): DoctorResult => {
      const text =
        message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
      return {
        status: 'error',
        subject: targets.join(', '),
        message: `The catalog could not read it when it last tried; what it read before stays: ${text}`,
        remedy: mend(targets[0], message, options.reading),
      };
    });
  return results.length > 0
    ? results
    : [{ status: 'ok', message: 'The catalog reads all trusted locations.' }];
}

function mend(
  target: string,
  message: string,
  reading: ReadonlyArray<{ readonly host: string }>,
): DoctorRemedy {
  const host = /https?:\/\/([^/\s]+)/.exec(target)?.[1];
  if (host && /is not allowed/.test(message)) {
    return configRemedy(
      'Let the backend read from that host, or configure an integration for it.',
      { backend: { reading: { allow: [...reading, { host }] } } },
    );
  }
  const [type, ...rest] = target.split(':');
  return configRemedy(
    'Correct the file, or the target in catalog.locations; the catalog tries again by itself.',
    { catalog: { locations: [{ type, target: rest.join(':') }] } },
  );
}

export const catalogLocationsCheck: Check = {
  id: 'catalog-locations',
  area: 'catalog',
  title: 'Locations that the catalog reads',
  run: async ({ catalog, config, rootConfig }) =>
    judgeCatalogLocations(await catalog.locationFaults(), {
      trusted: config.trustedLocations,
      reading: (
        rootConfig.getOptionalConfigArray('backend.reading.allow') ?? []
      ).map(each => ({
        ...each.get<{ host: string }>(),
        host: each.getString('host'),
      })),
    }),
};
