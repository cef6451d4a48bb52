import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childOf, childrenOf, wantedOf } from '../__testUtils__/childrenOf';
import {
  placementOf,
  runOf,
  snapshotOf,
  workOf,
} from '../__testUtils__/snapshotOf';
import { CHILD_REASONS } from '../children/childReasons';
import type { ChildrenFacts, WantedChild } from '../children/types';
import { assessRequest } from './assessRequest';

const page = readFileSync(
  join(__dirname, '../../../../docs/reference/request-states.md'),
  'utf8',
);

/** Cells of the rows of the first table below a heading. */
function tableBelow(heading: string): string[][] {
  const lines = page.slice(page.indexOf(`${heading}\n`)).split('\n');
  const start = lines.findIndex(line => line.startsWith('|'));
  const rows: string[][] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  }
  return rows;
}

const wants = (
  other: Partial<WantedChild>,
  more: Partial<ChildrenFacts> = {},
) => childrenOf({ wanted: [wantedOf(other)], ...more });
const promiseIn = (state: string) =>
  wants({ promise: { ...wantedOf().promise, state } });
const childIn = (name: string, deleting = false) =>
  childrenOf({
    wanted: [wantedOf()],
    present: [
      childOf({ state: { name, reason: 'Because', message: 'why' }, deleting }),
    ],
  });

/** A situation for each reason. */
const situations: Readonly<Record<string, ChildrenFacts>> = {
  ChildDocumentInvalid: childrenOf({
    problems: [{ reason: 'ChildDocumentInvalid', message: 'bad' }],
  }),
  TooManyChildren: wants(
    {},
    { limits: { maximumDepth: 5, maximumChildren: 0 } },
  ),
  ChildCycle: wants(
    {},
    {
      ancestors: [
        { promiseName: 'postgresql', namespace: 'default', name: 'db' },
      ],
    },
  ),
  ChildTooDeep: wants({}, { limits: { maximumDepth: 0, maximumChildren: 1 } }),
  ChildNameTaken: wants({
    holder: { uid: 'x', requestedBy: 'user:default/bob', deleting: false },
  }),
  ChildPromiseWithdrawn: promiseIn('Withdrawn'),
  ChildPromiseNotOrderable: promiseIn('Invalid'),
  ChildNamespaceForbidden: wants({ mayOwn: false }),
  ChildInvalid: wants({
    errors: [{ path: 'spec.size', reason: 'X', message: 'no' }],
  }),
  ChildFailed: childIn('Failed'),
  ChildDegraded: childIn('Degraded'),
  ChildDeleting: childIn('Deleting', true),
  ChildSuspended: childIn('Suspended'),
  ChildPaused: childIn('Paused'),
  ChildrenInProgress: childIn('Running'),
};

const assess = (children: ChildrenFacts, deliveredGeneration?: number) =>
  assessRequest(
    snapshotOf({
      request: { generation: 2, deliveredGeneration },
      configureRun: runOf({ generation: 2 }),
      works: [workOf()],
      placements: [placementOf()],
      children,
    }),
    new Date('2026-11-24T10:00:00.000Z'),
  ).state;

const code = (text: string) => text.replace(/`/g, '');

describe('the page about states', () => {
  const table = tableBelow('## Children');

  it('has each reason that there is, and no other', () => {
    const told = table.map(([reason]) => code(reason));
    expect([...told, 'ChildrenDeleting'].sort()).toEqual(
      [...CHILD_REASONS].sort(),
    );
    expect(told.sort()).toEqual(Object.keys(situations).sort());
    expect(tableBelow('## Deleting').map(([reason]) => code(reason))).toContain(
      'ChildrenDeleting',
    );
  });

  it.each(table)('tells the states of %s', (reason, _when, never, before) => {
    const situation = situations[code(reason)];
    for (const [generation, state] of [
      [undefined, never],
      [1, before],
    ] as const) {
      expect(assess(situation, generation)).toMatchObject({
        name: code(state).split(',')[0],
        reason: code(reason),
      });
    }
  });

  it('has ten ways of trouble, each with a state that its reason can have', () => {
    const trouble = tableBelow('### Trouble with children');
    expect(trouble).toHaveLength(10);
    for (const [, states, reason, message, remedy] of trouble) {
      expect(CHILD_REASONS).toContain(code(reason));
      expect(message).not.toBe('');
      expect(remedy).not.toBe('');
      const situation = situations[code(reason)];
      for (const state of code(states).split(', ')) {
        expect(
          situation
            ? [undefined, 1].map(delivered => assess(situation, delivered).name)
            : ['Deleting'],
        ).toContain(state);
      }
    }
  });
});
