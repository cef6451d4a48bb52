import { locateProblems } from './locateProblems';

const text = `size: small
hosts:
  - name: a
  - name: b
a.b/c: 1
`;

describe('locateProblems', () => {
  it.each([
    ['spec.size', 'small'],
    ['spec.hosts[1].name', 'b'],
    ['spec.hosts[1].port', 'name: b'],
    ['spec.a.b/c', '1'],
  ])('marks %s', (path, marked) => {
    const [problem] = locateProblems(
      text,
      ['spec'],
      [{ path, reason: 'Invalid', message: 'no' }],
    );
    expect(text.slice(problem.from, problem.to).trim()).toBe(marked);
  });

  it('marks what is missing at the object that misses it', () => {
    const [problem] = locateProblems(
      text,
      ['spec'],
      [{ path: 'spec.team', reason: 'Required', message: 'is required' }],
    );
    expect(problem.from).toBe(0);
  });

  it('takes an empty text', () => {
    expect(
      locateProblems(
        '',
        ['spec'],
        [{ path: 'spec.team', reason: 'Required', message: 'is required' }],
      ),
    ).toEqual([{ from: 0, to: 0, message: 'is required' }]);
  });
});
