import { z } from 'zod/v4';
import { md5Hex } from '../../hash/md5Hex';
import { placementName } from '../../scheduling/placementName';
import { resolveSelectors } from '../../scheduling/resolveSelectors';
import { schedule } from '../../scheduling/schedule';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../../scheduling/types';
import { buildWorkloadGroups } from '../../workflow/buildWorkloadGroups';
import { parseDestinationSelectors } from '../../workflow/parseDestinationSelectors';
import { judgeOf, type Judge } from '../Judge';

const labels = z.record(z.string(), z.string());
const matchLabels = z.strictObject({ matchLabels: labels });
const selector = z.strictObject({
  matchLabels: labels,
  source: z
    .enum(['promise', 'promise-workflow', 'resource-workflow'])
    .default('promise'),
});
const destination = z
  .strictObject({
    name: z.string(),
    labels,
    strictMatchLabels: z.boolean().default(false),
    deleting: z.boolean().default(false),
  })
  .transform(
    ({ deleting, ...given }): DestinationFacts => ({
      ...given,
      mode: 'nestedByMetadata',
      path: given.name,
      stateStoreKind: 'GitStateStore',
      stateStoreName: 'default',
      stateStorePath: '',
      state: deleting ? 'Removing' : 'Ready',
    }),
  );
const work = z
  .strictObject({
    kind: z.enum(['resource', 'dependency']),
    name: z.string().default('work'),
    groups: z.array(
      z.strictObject({
        directory: z.string(),
        id: z.string().optional(),
        destinationSelectors: z.array(selector),
      }),
    ),
  })
  .transform(
    ({ kind, name, groups }): WorkFacts => ({
      id: 'work',
      name,
      type: kind === 'resource' ? 'resource' : 'promise',
      pipeline: 'configure',
      generation: 1,
      groups: groups.map(({ directory, id, destinationSelectors }) => ({
        id: id ?? md5Hex(directory),
        directory,
        selectors: destinationSelectors,
        workloads: [{ filepath: 'a.yaml', sha256: 'a' }],
      })),
    }),
  );

const OWNER = {
  promiseName: 'redis',
  request: { namespace: 'default', name: 'example' },
};

/** A group that is written on a Destination. */
function placed(
  on: DestinationFacts,
  { id: workId, name }: WorkFacts,
  groupId: string,
): PlacementFacts {
  return {
    id: `on-${on.name}`,
    name: placementName(name, on.name, groupId),
    workId,
    groupId,
    destination: on.name,
    stateStoreKind: on.stateStoreKind,
    stateStoreName: on.stateStoreName,
    path: `${on.path}/resources/default/redis/example/configure/${groupId.slice(
      0,
      5,
    )}`,
    desired: [{ filepath: 'a.yaml', sha256: 'before' }],
    desiredHash: 'before',
    writtenHash: 'before',
    misplaced: false,
    removing: false,
    generation: 1,
    state: 'Written',
  };
}

export const scheduling: readonly Judge[] = [
  judgeOf(
    z.strictObject({ selectors: z.array(selector) }),
    ({ selectors }, expect) => {
      expect.equal('resolved', resolveSelectors(selectors));
    },
  ),
  judgeOf(
    z.strictObject({ destinations: z.array(destination), work }),
    ({ destinations, work: one }, expect) => {
      const { place } = schedule({
        owner: OWNER,
        works: [one],
        placements: [],
        destinations,
      });
      const names = place.map(each => each.destination).sort();
      expect.equal('placements', names);
      expect.equal('placementCount', place.length);
      expect.check('placementOneOf', expected =>
        names.every(name => (expected as string[]).includes(name))
          ? undefined
          : `is ${names}, not one of ${expected}`,
      );
      expect.check('excluded', expected => {
        const wrong = names.filter(name =>
          (expected as string[]).includes(name),
        );
        return wrong.length > 0 ? `has ${wrong}` : undefined;
      });
      expect.check('placementsMatch', expected => {
        const missing = (expected as string[]).filter(
          pattern => !place.some(({ name }) => new RegExp(pattern).test(name)),
        );
        return missing.length > 0
          ? `is ${place.map(({ name }) => name)}, without ${missing}`
          : undefined;
      });
    },
  ),
  judgeOf(
    z.strictObject({
      destinations: z.array(destination),
      placedOn: z.array(z.string()),
      newSelectors: z.array(selector),
    }),
    ({ destinations, placedOn, newSelectors }, expect) => {
      const one = work.parse({
        kind: 'dependency',
        groups: [{ directory: '.', destinationSelectors: newSelectors }],
      });
      const result = schedule({
        owner: OWNER,
        works: [one],
        placements: destinations
          .filter(({ name }) => placedOn.includes(name))
          .map(each => placed(each, one, one.groups[0].id)),
        destinations,
      });
      const kept = result.place.map(each => each.destination).sort();
      expect.equal('placements', result.remove.length === 0 ? kept : []);
      expect.equal(
        'misplaced',
        result.place
          .filter(({ misplaced }) => misplaced)
          .map(each => each.destination)
          .sort(),
      );
      expect.equal(
        'workloadsUpdatedOnAll',
        placedOn.every(name =>
          result.place.some(
            each => each.destination === name && each.desired[0].sha256 === 'a',
          ),
        ),
      );
    },
  ),
  judgeOf(
    z.strictObject({
      placedGroups: z.array(z.string()),
      newGroups: z.array(z.string()),
    }),
    ({ placedGroups, newGroups }, expect) => {
      const on = destination.parse({ name: 'dev', labels: {} });
      const one = work.parse({
        kind: 'resource',
        groups: newGroups.map(directory => ({
          directory,
          destinationSelectors: [],
        })),
      });
      const { remove } = schedule({
        owner: OWNER,
        works: [one],
        placements: placedGroups.map(directory =>
          placed(on, one, md5Hex(directory)),
        ),
        destinations: [on],
      });
      expect.equal('placementsDeleted', remove.length === placedGroups.length);
    },
  ),
  judgeOf(
    z.strictObject({
      promiseDestinationSelectors: z.array(matchLabels),
      destinationSelectorsYaml: z.string(),
    }),
    ({ promiseDestinationSelectors, destinationSelectorsYaml }, expect) => {
      const selectors = parseDestinationSelectors(
        Buffer.from(destinationSelectorsYaml),
      );
      const groups = buildWorkloadGroups({
        type: 'resource',
        workloads: selectors.map(({ directory }) => ({
          filepath: `${directory}/a.yaml`,
          sha256: 'a',
        })),
        selectors,
        promiseSelectors: promiseDestinationSelectors,
      });
      expect.equal(
        'groupSelectors',
        Object.fromEntries(
          groups.map(group => [
            group.directory,
            resolveSelectors(group.selectors),
          ]),
        ),
      );
    },
  ),
];
