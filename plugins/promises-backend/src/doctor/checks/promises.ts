import type {
  DoctorResult,
  PromiseRequirement,
} from '@promissory/plugin-promises-common';
import {
  listPromises,
  listRegistryHealth,
  type RegisteredPromiseHealth,
} from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import { entityRemedy } from '../entityRemedy';
import { counted } from '../counted';
import type { Check } from '../types';

/** More of one Promise are on its page. */
const FINDINGS = 10;

/** A Promise with what it requires and does not have. */
export interface PromiseFacts extends RegisteredPromiseHealth {
  readonly lacking: readonly PromiseRequirement[];
}

export function judgePromises(
  promises: readonly PromiseFacts[],
): DoctorResult[] {
  if (promises.length === 0) {
    return [
      {
        status: 'warning',
        message: 'There is no Promise, so there is nothing to order.',
        remedy: configRemedy('Register one in the catalog.', {
          catalog: {
            locations: [
              {
                type: 'url',
                target:
                  'https://github.com/<organisation>/<repository>/blob/main/promise.yaml',
                rules: [{ allow: ['Promise'] }],
              },
            ],
          },
        }),
      },
    ];
  }
  const results = promises.flatMap(judgePromise);
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message: `${counted(
            promises.length,
            'Promise',
          )}, and nothing is found wrong.`,
        },
      ];
}

function judgePromise(promise: PromiseFacts): DoctorResult[] {
  const { subject, entityRef, state } = promise;
  return [
    ...judgeState(promise),
    ...promise.findings
      .filter(
        ({ severity }) =>
          severity === 'warning' ||
          // The state of one that is Invalid names the first error only.
          severity === 'error',
      )
      .slice(0, FINDINGS)
      .map(
        ({ severity, path, message }): DoctorResult => ({
          status: severity === 'error' ? 'error' : 'warning',
          subject,
          entityRef,
          message: `${path ? `${path}: ` : ''}${message}`,
          remedy: {
            text: `Correct ${path ?? 'the Promise'} in ${
              promise.location ?? 'its file'
            }${
              state === 'Invalid'
                ? '; until then it takes no orders, and what is there stays as it is.'
                : '.'
            }`,
            language: 'shell',
            snippet: 'npx promissory lint promise.yaml\n',
          },
        }),
      ),
  ];
}

function judgeState(promise: PromiseFacts): DoctorResult[] {
  const { subject, entityRef, state, message, lacking, name } = promise;
  const at = { subject, entityRef };
  switch (state) {
    case 'Refused':
      return [
        {
          ...at,
          status: 'error',
          message,
          remedy: entityRemedy(
            'Give it a name and an API of its own, or remove the other from the catalog.',
            { kind: 'Promise', metadata: { name: `${name}-2` } },
            promise.location,
          ),
        },
      ];
    case 'Unavailable':
      return lacking.length === 0
        ? [
            {
              ...at,
              status: 'warning',
              message: `It takes no orders: ${message}`,
              remedy: {
                text: 'See its page for the run of its own workflow, and the Destinations for its dependencies.',
              },
            },
          ]
        : lacking.map(({ name: required, version, state: why }) => ({
            ...at,
            status: 'warning' as const,
            message: `It takes no orders, for it requires ${required}${
              version ? ` ${version}` : ''
            }: ${why}.`,
            remedy: configRemedy(`Register the Promise ${required}.`, {
              catalog: {
                locations: [
                  {
                    type: 'url',
                    target: `https://github.com/<organisation>/<repository>/blob/main/${required}.yaml`,
                    rules: [{ allow: ['Promise'] }],
                  },
                ],
              },
            }),
          }));
    default:
      // Untrusted is told of with its location, Invalid with its findings.
      return [];
  }
}

export const promisesCheck: Check = {
  id: 'promises',
  area: 'promises',
  title: 'Promises',
  async run({ knex, platform }) {
    const { promises } = await listRegistryHealth(knex, { platform });
    const { items } = await listPromises(knex, { limit: promises.length + 1 });
    const requirements = new Map(
      items.map(({ card }) => [card.entityRef, card.requirements]),
    );
    return judgePromises(
      promises.map(promise => ({
        ...promise,
        lacking: (requirements.get(promise.entityRef) ?? []).filter(
          ({ fulfilled }) => !fulfilled,
        ),
      })),
    );
  },
};
