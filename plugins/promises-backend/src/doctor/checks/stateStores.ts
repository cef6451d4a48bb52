import {
  KRATIX_API_VERSION,
  type DoctorRemedy,
  type DoctorResult,
} from '@promissory/plugin-promises-common';
import type { StateStoreProbe } from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import { entityRemedy } from '../entityRemedy';
import { secretRemedy } from '../secretRemedy';
import type { Check } from '../types';

export function judgeStateStores(
  probes: readonly StateStoreProbe[],
): DoctorResult[] {
  return probes.length > 0
    ? probes.flatMap(judgeProbe)
    : [
        {
          status: 'error',
          message: 'There is no state store, so nothing can be delivered.',
          remedy: entityRemedy('Register one.', {
            apiVersion: KRATIX_API_VERSION,
            kind: 'GitStateStore',
            metadata: { name: 'default' },
            spec: {
              url: 'https://<host>/<repository>.git',
              branch: 'main',
              secretRef: { name: '<name of promises.secrets>' },
            },
          }),
        },
      ];
}

function judgeProbe(probe: StateStoreProbe): DoctorResult[] {
  const { recorded, outcome, entityRef } = probe;
  const at = { subject: `${probe.kind}/${probe.name}`, entityRef };
  if (outcome.result === 'skipped') return judgeSkipped(probe);
  if (outcome.result === 'failed') {
    return [
      {
        ...at,
        status: 'error',
        message:
          outcome.phase === 'secret'
            ? 'It could not be asked, for its secret does not resolve: see Secrets.'
            : outcome.message,
        ...(outcome.phase !== 'secret' && { remedy: mend(probe, outcome) }),
      },
    ];
  }
  const results: DoctorResult[] = [];
  if (recorded.state === 'NotReady') {
    results.push({
      ...at,
      status: 'error',
      message: `It answers, but could not be written to when that was last tried: ${recorded.message}`,
      remedy: probe.secretRef
        ? secretRemedy(
            'Use credentials that may push to the branch, and let them pass where the branch is protected. It is tried again by itself.',
            { ...probe.secretRef, hosts: probe.host ? [probe.host] : [] },
          )
        : {
            text: 'See that the process may write there. It is tried again by itself.',
          },
    });
  }
  if (probe.host && !probe.secretRef) {
    results.push({
      ...at,
      status: 'warning',
      message: `It names no secret: ${probe.host} is asked without credentials, and most take no push like that.`,
      remedy: entityRemedy(
        'Name a secret.',
        { spec: { secretRef: { name: '<name of promises.secrets>' } } },
        'the file of the state store',
      ),
    });
  }
  return results.length > 0
    ? results
    : [
        {
          ...at,
          status: 'ok',
          message: outcome.branchExists
            ? `It answered in ${outcome.afterMs} ms, and has the branch ${probe.branch}.`
            : `It answered in ${outcome.afterMs} ms; the first delivery makes the branch ${probe.branch}.`,
        },
      ];
}

function judgeSkipped(probe: StateStoreProbe): DoctorResult[] {
  const { kind, name, entityRef, recorded } = probe;
  const at = { subject: `${kind}/${name}`, entityRef };
  if (recorded.state === 'Untrusted') {
    const message = 'It is not asked: see Trusted locations.';
    return [{ ...at, status: 'warning', message }];
  }
  return recorded.state === 'Invalid'
    ? [
        {
          ...at,
          status: 'error',
          message: recorded.message,
          remedy: usableStore(probe),
        },
      ]
    : [
        {
          ...at,
          status: 'warning',
          message: recorded.message,
          remedy: { text: 'Register it again where Destinations use it.' },
        },
      ];
}

/** What a store looks like that can be written to. */
function usableStore(probe: StateStoreProbe): DoctorRemedy {
  return entityRemedy(
    'Use a GitStateStore with https and basicAuth.',
    {
      apiVersion: KRATIX_API_VERSION,
      kind: 'GitStateStore',
      metadata: { name: probe.name },
      spec: {
        url: 'https://<host>/<repository>.git',
        branch: probe.branch ?? 'main',
        authMethod: 'basicAuth',
        secretRef: {
          name: probe.secretRef?.name ?? '<name of promises.secrets>',
        },
      },
    },
    'the file of the state store',
  );
}

function mend(
  probe: StateStoreProbe,
  { phase, message }: { readonly phase: string; readonly message: string },
): DoctorRemedy {
  if (/localDirectory|file: URL/.test(message)) {
    return configRemedy(
      'Use an https repository; for development on one machine, name the folder of local ones.',
      { promises: { git: { localDirectory: './.data/git', create: true } } },
    );
  }
  if (phase === 'settings') return usableStore(probe);
  if (!probe.host) {
    return configRemedy(
      'Make the repository (git init --bare), or have it made.',
      { promises: { git: { create: true } } },
    );
  }
  if (/certificate|SSL|TLS/i.test(message)) {
    return configRemedy('Trust the authority of that host.', {
      promises: { git: { certificateFile: '/etc/ssl/certs/<authority>.pem' } },
    });
  }
  if (/authentication|could not read|40[13]|denied/i.test(message)) {
    return secretRemedy('Use credentials that may read and push.', {
      ...(probe.secretRef ?? { namespace: 'default', name: 'gitops' }),
      hosts: [probe.host],
    });
  }
  return {
    text: `See that the backend reaches ${probe.host}: its name, its port, the firewall, and the proxy in the environment of the backend.`,
    language: 'shell',
    snippet: 'export HTTPS_PROXY=http://<proxy>:3128\n',
  };
}

export const stateStoresCheck: Check = {
  id: 'state-stores',
  area: 'delivery',
  title: 'State stores',
  run: async ({ stateStores }) => judgeStateStores(await stateStores()),
};
