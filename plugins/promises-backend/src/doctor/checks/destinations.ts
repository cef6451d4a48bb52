import {
  KRATIX_API_VERSION,
  type DestinationInfo,
  type DoctorRemedy,
  type DoctorResult,
} from '@promissory/plugin-promises-common';
import { listDestinations } from '@promissory/plugin-promises-engine';
import { entityRemedy } from '../entityRemedy';
import type { Check } from '../types';

export function judgeDestinations(
  destinations: readonly DestinationInfo[],
): DoctorResult[] {
  if (destinations.length === 0) {
    return [
      {
        status: 'error',
        message: 'There is no Destination, so nothing can be delivered.',
        remedy: entityRemedy('Register one and its state store.', {
          apiVersion: KRATIX_API_VERSION,
          kind: 'Destination',
          metadata: { name: 'dev', labels: { environment: 'dev' } },
          spec: {
            path: 'dev',
            stateStoreRef: { kind: 'GitStateStore', name: 'default' },
          },
        }),
      },
    ];
  }
  const results = destinations.flatMap(judgeDestination);
  const ready = destinations.filter(({ state }) => state === 'Ready').length;
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message: `${ready} of ${destinations.length} Destinations take what is placed there.`,
        },
      ];
}

function judgeDestination(destination: DestinationInfo): DoctorResult[] {
  const { name, entityRef, state, message = '', findings } = destination;
  const at = { subject: `Destination/${name}`, entityRef };
  const results: DoctorResult[] = [];
  if (state === 'NotReady' || state === 'Invalid') {
    results.push({
      ...at,
      status: 'error',
      message,
      remedy: mend(destination),
    });
  }
  if (state === 'Disconnected') {
    results.push({
      ...at,
      status: 'warning',
      message: `${message} ${destination.placements} placements are there still.`,
      remedy: {
        text: 'Register it again, or remove it on the page Destinations.',
      },
    });
  }
  for (const { severity, path, message: text } of findings) {
    if (severity === 'warning') {
      results.push({
        ...at,
        status: 'warning',
        message: `${path ? `${path}: ` : ''}${text}`,
        remedy: { text: `Correct ${path ?? 'it'} in its file.` },
      });
    }
  }
  const failed = destination.failedPlacements ?? 0;
  if (failed > 0) {
    results.push({
      ...at,
      status: 'warning',
      message: `${failed} of ${destination.placements} placements could not be written.`,
      remedy: {
        text: 'The pages of their requests say why; each is tried again by itself.',
      },
    });
  }
  return results;
}

function mend(destination: DestinationInfo): DoctorRemedy {
  const { stateStore, reason, path } = destination;
  if (stateStore?.reason === 'StateStoreNotFound') {
    return entityRemedy('Register its state store.', {
      apiVersion: KRATIX_API_VERSION,
      kind: stateStore.kind,
      metadata: { name: stateStore.name },
      spec: {
        url: 'https://<host>/<repository>.git',
        branch: 'main',
        secretRef: { name: '<name of promises.secrets>' },
      },
    });
  }
  if (reason?.includes('Claimed')) {
    return entityRemedy(
      `Give it a path of its own, or delete the file .promissory-claim below ${path} where the other installation is gone.`,
      { spec: { path: `${path}-2` } },
      'the file of the Destination',
    );
  }
  return stateStore && stateStore.state !== 'Ready'
    ? { text: `Mend ${stateStore.kind}/${stateStore.name}, see State stores.` }
    : { text: 'Correct what it names in the file of the Destination.' };
}

export const destinationsCheck: Check = {
  id: 'destinations',
  area: 'delivery',
  title: 'Destinations',
  run: async ({ knex, platform }) =>
    judgeDestinations(await listDestinations(knex, { platform })),
};
