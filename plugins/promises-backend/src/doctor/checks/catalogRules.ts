import type { DoctorResult } from '@promissory/plugin-promises-common';
import { configRemedy } from '../configRemedy';
import { parseRefusedKinds, type RefusedKind } from '../parseRefusedKinds';
import { readCatalogRules, type CatalogRules } from '../readCatalogRules';
import type { Check } from '../types';

/** Without these there is nothing to order. */
const NEEDED = ['Promise', 'Destination', 'GitStateStore'];

export function judgeCatalogRules(
  catalog: CatalogRules,
  refused: readonly RefusedKind[],
): DoctorResult[] {
  const { rules, written, locations, ownLocations } = catalog;
  const missing = NEEDED.filter(
    kind => ownLocations === 0 && !rules.some(rule => allows(rule.kinds, kind)),
  );
  const everywhere = {
    catalog: { rules: [...written, { allow: missing }] },
  };
  const results: DoctorResult[] = missing.map(kind => ({
    status: 'error',
    subject: kind,
    message: `No rule of the catalog allows the kind ${kind}: whatever a file says of one is refused.`,
    remedy: configRemedy(
      'Name the files in promises.locations, which needs no rule, or allow the kind. catalog.rules replaces what the catalog allows by itself, so everything else that you use has to stand there too.',
      everywhere,
    ),
  }));
  for (const each of refused.filter(({ kind }) => !missing.includes(kind))) {
    results.push({
      status: 'error',
      subject: each.origin,
      message: `The catalog refuses ${each.entityRef} of ${each.location}: no rule allows the kind ${each.kind} there.`,
      remedy: configRemedy('Allow the kind for that location.', {
        catalog: mend(each, { written, locations }),
      }),
    });
  }
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message:
            ownLocations > 0
              ? 'promises.locations needs no rule of the catalog.'
              : `The rules of the catalog allow ${NEEDED.join(', ')}.`,
        },
      ];
}

function mend(
  { origin, kind }: RefusedKind,
  { written, locations }: Pick<CatalogRules, 'written' | 'locations'>,
) {
  const known = locations.some(({ ref }) => isSame(ref, origin));
  if (!known) {
    const [type, ...target] = origin.split(':');
    const rule = {
      allow: [kind],
      locations: [{ type, exact: target.join(':') }],
    };
    return { rules: [...written, rule] };
  }
  return {
    locations: locations.map(location =>
      isSame(location.ref, origin)
        ? {
            ...location.written,
            rules: [
              ...(Array.isArray(location.written.rules)
                ? location.written.rules
                : []),
              { allow: [kind] },
            ],
          }
        : location.written,
    ),
  };
}

/** The catalog writes files by their absolute path. */
function isSame(written: string, origin: string): boolean {
  const [type, ...target] = written.split(':');
  return (
    written === origin ||
    (type === 'file' &&
      origin.endsWith(target.join(':').replace(/^(\.{1,2}\/)+/, '/')))
  );
}

function allows(kinds: readonly string[], kind: string): boolean {
  const wanted = kind.toLocaleLowerCase('en-US');
  return kinds.some(each => each.toLocaleLowerCase('en-US') === wanted);
}

export const catalogRulesCheck: Check = {
  id: 'catalog-rules',
  area: 'catalog',
  title: 'Kinds that the catalog takes',
  async run({ rootConfig, catalog }) {
    const faults = await catalog.locationFaults();
    return judgeCatalogRules(
      readCatalogRules(rootConfig),
      faults.flatMap(({ message }) => parseRefusedKinds(message)),
    );
  },
};
