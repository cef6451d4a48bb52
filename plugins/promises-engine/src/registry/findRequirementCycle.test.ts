import fc from 'fast-check';
import { findRequirementCycle } from './findRequirementCycle';

describe('findRequirementCycle', () => {
  it.each<[string, Record<string, string[]>, string[] | undefined]>([
    ['nothing required', {}, undefined],
    ['a chain', { a: ['b'], b: ['c'] }, undefined],
    ['itself', { a: ['a'] }, ['a', 'a']],
    ['each other', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
    [
      'the shortest',
      { a: ['b', 'd'], b: ['c'], c: ['a'], d: ['a'] },
      ['a', 'd', 'a'],
    ],
    ['a circle of others', { a: ['b'], b: ['c'], c: ['b'] }, undefined],
  ])('%s', (_, graph, expected) => {
    expect(findRequirementCycle('a', new Map(Object.entries(graph)))).toEqual(
      expected,
    );
  });

  it('ends, and each step is a requirement', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(name)), graph => {
        const cycle = findRequirementCycle('a', new Map(Object.entries(graph)));
        for (const [index, from] of (cycle ?? []).slice(0, -1).entries()) {
          expect(graph[from]).toContain(cycle![index + 1]);
        }
      }),
    );
  });
});
