import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { breakJudges, CASE_FAULTS } from './breakJudges';
import { judgeCase } from './judgeCase';
import { judges } from './judges';
import type { KratixCase } from './KratixCase';
import { readKratixCases } from './readKratixCases';
import { reportCases } from './reportCases';

const root: KratixCase = {
  area: 'hash',
  id: 'group-id-root',
  title: 'the group of everything',
  given: { directory: '.' },
  expect: { groupId: '5058f1af8388633f609cadb75a75dc9d', shortId: '5058f' },
};
const options = { judges, notApplicable: {} };
const limits = { known: {}, mostDifferences: 15 };

describe('cases of Kratix', () => {
  it.each<[string, Partial<KratixCase>, string, RegExp]>([
    ['as Kratix does', {}, 'asserted', /^$/],
    [
      'another value',
      { expect: { ...root.expect, shortId: '5058e' } },
      'differing',
      /shortId is "5058f", not "5058e"/,
    ],
    [
      'a key that nobody looks at',
      { expect: { ...root.expect, color: 'red' } },
      'missing',
      /nobody has looked at color/,
    ],
    [
      'a shape that nobody knows',
      { given: { directory: '.', color: 'red' } },
      'missing',
      /nobody in area hash knows/,
    ],
    ['an area of nobody', { area: 'colors' }, 'missing', /in area colors/],
  ])('%s', async (_, change, outcome, reason) => {
    const verdict = await judgeCase({ ...root, ...change }, options);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.reasons.join()).toMatch(reason);
  });

  it('fails without cases, for differences that are not known, and for known ones that are none', async () => {
    const asserted = await judgeCase(root, options);
    const differing = await judgeCase(
      { ...root, expect: { shortId: 'x' } },
      options,
    );
    expect(reportCases([], limits).ok).toBe(false);
    expect(reportCases([asserted], limits)).toMatchObject({
      ok: true,
      cases: 1,
      asserted: 1,
    });
    expect(reportCases([differing], limits).ok).toBe(false);
    const known = { [root.id]: '§11: on purpose' };
    expect(reportCases([differing], { ...limits, known }).ok).toBe(true);
    expect(reportCases([asserted], { ...limits, known }).ok).toBe(false);
    expect(reportCases([differing], { known, mostDifferences: 0 }).ok).toBe(
      false,
    );
  });

  it.each(CASE_FAULTS)('notices the fault %s', async fault => {
    const broken = breakJudges(judges, fault);
    const verdict = await judgeCase(root, { ...options, judges: broken });
    expect(reportCases([verdict], limits).ok).toBe(false);
  });

  it('reads files of one shape alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'promissory-cases-'));
    try {
      const { id, title, given, expect: expected } = root;
      const one = { id, title, level: 'unit', source: 's', basis: 'code' };
      const write = (more: object) =>
        writeFile(
          join(folder, 'hash.yaml'),
          stringify({
            area: 'hash',
            cases: [{ ...one, given, expect: expected, ...more }],
          }),
        );
      await write({});
      expect(await readKratixCases(folder)).toEqual([root]);
      await write({ color: 'red' });
      await expect(readKratixCases(folder)).rejects.toThrow(
        'hash.yaml: cases.0: Unrecognized key: "color"',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
