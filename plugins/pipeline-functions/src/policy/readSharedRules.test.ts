import { askPolicy, rule, shared } from '../__testUtils__/askPolicy';
import { functionInput } from '../__testUtils__/functionInput';
import type { FunctionInput } from '../pipelineFunction';
import { policyFunction } from './policyFunction';

describe('shared policies', () => {
  const options = { policies: [{ promise: 'company-standards' }] };

  it('should ask for the ConfigMap of each policy', () => {
    expect(
      policyFunction.facts?.(
        functionInput({
          policies: [
            { promise: 'company-standards' },
            { promise: 'company-standards', name: 'images' },
          ],
        }),
      ),
    ).toEqual({
      'policy-0': {
        kind: 'dependency',
        promise: 'company-standards',
        document: { kind: 'ConfigMap', name: 'company-standards' },
      },
      'policy-1': {
        kind: 'dependency',
        promise: 'company-standards',
        document: { kind: 'ConfigMap', name: 'images' },
      },
    });
  });

  it.each([
    ['a list', [rule({ expression: 'false' })]],
    ['a mapping', { rules: [rule({ expression: 'false' })] }],
  ])('should name the policy of a rule from %s', (_, rules) => {
    const facts = shared('company-standards', rules);
    expect(askPolicy(options, { facts })).toMatchObject({
      reason: 'PolicyViolation',
      message: expect.stringContaining('(company-standards/a)'),
      violations: [{ rule: 'a', policy: 'company-standards' }],
    });
  });

  it('should stand beside rules of the Promise, also with the same name', () => {
    const facts = shared('s', [rule({ expression: 'false' })]);
    const { violations } = askPolicy(
      { ...options, rules: [rule({ expression: 'false' })] },
      { facts },
    );
    expect(violations.map(({ policy }) => policy)).toEqual([
      'company-standards',
      undefined,
    ]);
  });

  it.each<[string, object, RegExp]>([
    [
      'is not there',
      { 'policy-0': { kind: 'dependency', answer: null } },
      /^policy company-standards: Promise company-standards has no ConfigMap company-standards .*requiredPromises/,
    ],
    [
      'has no key',
      { 'policy-0': { kind: 'dependency', answer: { data: { a: 'b' } } } },
      /has no key rules\.yaml/,
    ],
    ['is not YAML', shared('s', 'a: ['), /rules\.yaml is not YAML/],
    ['is a text', shared('s', 'text'), /must be a list of rules/],
    [
      'has an unknown field',
      shared('s', [rule({ expresion: '1' })]),
      /rules\[0\]\.expresion: is no field of a rule/,
    ],
    [
      'has a broken rule',
      shared('s', [rule({ expression: '1 +' })]),
      /^rule a of policy company-standards: expression: /,
    ],
    [
      'has other things than rules',
      shared('s', { rules: [], more: 1 }),
      /more: is no field/,
    ],
  ])('never passes where the policy %s', (_, facts, message) => {
    const answer = askPolicy(options, {
      facts: facts as FunctionInput['facts'],
    });
    expect(answer.reason).toBe('PolicyInvalid');
    expect(answer.message).toMatch(message);
  });
});
