import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import type { DoctorResult } from '@promissory/plugin-promises-common';
import {
  listDestinations,
  listRegistryHealth,
} from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import { counted } from '../counted';
import type { Check, Examination } from '../types';

const EXAMPLE =
  'url:https://github.com/<organisation>/<repository>/blob/main/*';

/** Something of the catalog that does nothing because of where it comes from. */
export interface UntrustedEntity {
  readonly subject: string;
  readonly entityRef: string;
  /** Absent where the catalog does not say. */
  readonly location?: string;
}

export function judgeTrustedLocations(facts: {
  readonly patterns: readonly string[];
  readonly untrusted: readonly UntrustedEntity[];
}): DoctorResult[] {
  const { patterns, untrusted } = facts;
  const results: DoctorResult[] = [];
  if (patterns.length === 0) {
    const [example = EXAMPLE] = untrusted.flatMap(
      ({ location }) => location ?? [],
    );
    results.push({
      status: 'error',
      subject: 'promises.trustedLocations',
      message:
        'No location is trusted, so no Promise, Destination or state store counts: promises.trustedLocations, promises.locations and catalog.locations name none.',
      remedy: trust('Name the locations that the platform team writes.', [
        example,
      ]),
    });
  }
  for (const pattern of patterns.filter(isTooWide)) {
    const rest = patterns.filter(each => !isTooWide(each));
    results.push({
      status: 'warning',
      subject: pattern,
      message: `${pattern} trusts whatever anybody registers in the catalog: its Promises run here, and its state stores are sent secrets.`,
      remedy: trust(
        'Name the repositories of the platform team instead.',
        rest.length > 0 ? rest : [EXAMPLE],
      ),
    });
  }
  for (const [location, entities] of byLocation(untrusted)) {
    results.push({
      status: 'warning',
      subject: location,
      entityRef: entities[0].entityRef,
      message: `${entities
        .map(({ subject }) => subject)
        .join(', ')}: not from a trusted location, so nothing comes of it.`,
      remedy: trust(
        'Trust the location if the platform team alone may write there; else remove it from the catalog.',
        [...patterns, location],
      ),
    });
  }
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message: `All that counts comes from ${counted(
            patterns.length,
            'trusted location',
          )}.`,
        },
      ];
}

function trust(text: string, patterns: readonly string[]) {
  return configRemedy(text, {
    promises: { trustedLocations: [...patterns] },
  });
}

/** Hosts on which anybody may have a repository. */
const PUBLIC_HOSTS =
  /^https?:\/\/(github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com)\/\*/;

/** Whether a pattern leaves it to whoever registers which host, or which account of a public one, it is. */
function isTooWide(pattern: string): boolean {
  const target = pattern.slice(pattern.indexOf(':') + 1);
  const host = /^https?:\/\/([^/]*)/.exec(target)?.[1] ?? target;
  return (
    /^\/*\*/.test(target) || /^[^/]*\*/.test(host) || PUBLIC_HOSTS.test(target)
  );
}

function byLocation(
  untrusted: readonly UntrustedEntity[],
): Map<string, UntrustedEntity[]> {
  const groups = new Map<string, UntrustedEntity[]>();
  for (const entity of untrusted) {
    const location = entity.location ?? 'an unknown location';
    groups.set(location, [...(groups.get(location) ?? []), entity]);
  }
  return groups;
}

async function findUntrusted(
  examination: Examination,
): Promise<UntrustedEntity[]> {
  const { knex, platform, catalog } = examination;
  const { promises, stateStores } = await listRegistryHealth(knex, {
    platform,
  });
  const destinations = await listDestinations(knex, { platform });
  const all: Array<UntrustedEntity & { readonly state: string }> = [
    ...promises,
    ...stateStores,
    ...destinations.map(each => ({
      ...each,
      subject: `Destination/${each.name}`,
    })),
  ];
  return Promise.all(
    all
      .filter(({ state }) => state === 'Untrusted')
      .map(async ({ subject, entityRef, location }) => {
        const known =
          location ??
          (await catalog.one(entityRef))?.metadata.annotations?.[
            ANNOTATION_ORIGIN_LOCATION
          ];
        return {
          subject,
          entityRef,
          ...(known !== undefined && { location: known }),
        };
      }),
  );
}

export const trustedLocationsCheck: Check = {
  id: 'trusted-locations',
  area: 'catalog',
  title: 'Trusted locations',
  run: async examination =>
    judgeTrustedLocations({
      patterns: examination.config.trustedLocations,
      untrusted: await findUntrusted(examination),
    }),
};
