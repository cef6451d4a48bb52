import type { DoctorResult } from '@promissory/plugin-promises-common';
import type { StateStoreProbe } from '@promissory/plugin-promises-engine';
import type { PromisesConfig } from '../../config/PromisesConfig';
import { ConfigSecretStore } from '../../secrets/ConfigSecretStore';
import { secretRemedy } from '../secretRemedy';
import { counted } from '../counted';
import type { Check } from '../types';

/** What is known of secrets; of their values, only whether there is one. */
export interface SecretFacts {
  readonly probes: readonly StateStoreProbe[];
  /** `promises.secrets`; absent where a module brings the secret store. */
  readonly configured?: PromisesConfig['secrets'];
}

export function judgeSecrets(facts: SecretFacts): DoctorResult[] {
  const { probes, configured = [] } = facts;
  const using = probes.filter(({ secretRef }) => secretRef !== undefined);
  const results = [
    ...using.flatMap(probe => judgeUse(probe, facts)),
    ...configured.flatMap(secret => judgeConfigured(secret, using)),
  ];
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message:
            using.length > 0
              ? `The secrets of ${counted(
                  using.length,
                  'state store',
                )} resolve, each for its host.`
              : 'No state store names a secret.',
        },
      ];
}

function judgeUse(
  probe: StateStoreProbe,
  { configured }: SecretFacts,
): DoctorResult[] {
  const { outcome, secretRef, host = '' } = probe;
  if (!secretRef || outcome.result !== 'failed' || outcome.phase !== 'secret') {
    return [];
  }
  const finding = {
    status: 'error',
    subject: `${secretRef.namespace}/${secretRef.name}`,
    entityRef: probe.entityRef,
    message: outcome.message,
  } as const;
  if (!configured) {
    const text = `Put it into the secret store that a module brings here, with the keys username and password, for ${host}.`;
    return [{ ...finding, remedy: { text } }];
  }
  const hosts =
    configured.find(
      ({ name, namespace }) =>
        name === secretRef.name && namespace === secretRef.namespace,
    )?.hosts ?? [];
  const text = {
    NotFoundError: 'Add the secret.',
    NotAllowedError:
      'Let the secret be sent to that host, if it is meant for it.',
  }[outcome.error];
  return [
    {
      ...finding,
      remedy: secretRemedy(text ?? 'Give the secret the keys that it needs.', {
        ...secretRef,
        hosts: [...new Set([...hosts, host])],
      }),
    },
  ];
}

function judgeConfigured(
  secret: PromisesConfig['secrets'][number],
  using: readonly StateStoreProbe[],
): DoctorResult[] {
  const { name, namespace, hosts, values } = secret;
  const subject = `${namespace}/${name}`;
  const empty = Object.keys(values).filter(key => values[key] === '');
  if (empty.length > 0) {
    return [
      {
        status: 'error',
        subject,
        message: `Its ${empty.join(' and ')} ${
          empty.length > 1 ? 'are' : 'is'
        } empty: is the variable of the environment set?`,
        remedy: secretRemedy(
          'Set the variables in the environment of the backend.',
          secret,
        ),
      },
    ];
  }
  if (hosts.some(host => /[*/]/.test(host))) {
    return [
      {
        status: 'error',
        subject,
        message: `A host of it is no host, so it is never sent there: ${hosts
          .filter(host => /[*/]/.test(host))
          .join(', ')}.`,
        remedy: secretRemedy(
          'Write each host as in the URL, with its port where it is not 443, and without patterns.',
          { ...secret, hosts: hosts.map(hostIn) },
        ),
      },
    ];
  }
  const isUsed = using.some(
    ({ secretRef }) =>
      secretRef?.name === name && secretRef.namespace === namespace,
  );
  return isUsed
    ? []
    : [
        {
          status: 'warning',
          subject,
          message: 'No state store names it.',
          remedy: {
            text: 'Remove it from promises.secrets, or name it in spec.secretRef of the store that it is for.',
            file: 'the file of the state store',
            language: 'yaml',
            snippet: `spec:\n  secretRef:\n    name: ${name}\n    namespace: ${namespace}\n`,
          },
        },
      ];
}

function hostIn(text: string): string {
  const host = URL.canParse(text) ? new URL(text).host : text.split('/')[0];
  return host.replace(/^\*\.?/, '') || '<host>';
}

export const secretsCheck: Check = {
  id: 'secrets',
  area: 'delivery',
  title: 'Secrets',
  run: async ({ stateStores, secretStore, config }) =>
    judgeSecrets({
      probes: await stateStores(),
      ...(secretStore instanceof ConfigSecretStore && {
        configured: config.secrets,
      }),
    }),
};
