import fc from 'fast-check';
import { askPolicy, rule } from '../__testUtils__/askPolicy';
import { filesOf, functionInput } from '../__testUtils__/functionInput';
import { policyExample } from './policyExample';
import { policyFunction } from './policyFunction';

describe('policy', () => {
  it('should do what its example shows', () => {
    const { reason, violations } = askPolicy(policyExample);
    expect(reason).toBe('PolicyViolation');
    expect(violations).toEqual([
      {
        rule: 'replicas-in-dev',
        severity: 'error',
        message: 'at most 3 replicas in dev, not 5',
        path: 'spec.replicas',
      },
      {
        rule: 'memory-limit',
        severity: 'error',
        message: 'container setup has no limit of memory',
        file: 'app.yaml',
        document: 'Deployment shop/web',
      },
      {
        rule: 'pinned-image',
        severity: 'warning',
        message: 'pin the images of setup, web',
        file: 'app.yaml',
        document: 'Deployment shop/web',
      },
    ]);
  });

  it('should list what fits and say how many there are more', () => {
    const { message, violations, log } = askPolicy({
      rules: [
        rule({
          forEach: { in: 'lists.range(150)', as: 'i' },
          expression: 'false',
          message: 'item ${{ i }}',
        }),
      ],
    });
    expect(violations).toHaveLength(100);
    expect(log).toHaveLength(150);
    expect(message).toMatch(/^item 0 \(a\); .*item 19 \(a\); and 130 more$/);
  });

  it('changes nothing without rules', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), texts => {
        const input = functionInput(
          { rules: [] },
          { output: filesOf(texts), metadata: filesOf(texts) },
        );
        expect(policyFunction.run(input)).toEqual({
          output: new Map(),
          metadata: new Map(),
          violations: [],
        });
      }),
    );
  });

  it('keeps every violation when a rule is added', () => {
    const rules = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z]{1,3}$/),
        scope: fc.constantFrom('request', 'document'),
        severity: fc.constantFrom('error', 'warning'),
        expression: fc.constantFrom(
          'true',
          'false',
          'spec.replicas > 3',
          'documents.size() > 9',
        ),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(rules, all => {
        const before = askPolicy({ rules: all.slice(1) }).violations;
        const after = askPolicy({ rules: all }).violations;
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });
});
