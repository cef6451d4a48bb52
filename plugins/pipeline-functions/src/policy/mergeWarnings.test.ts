import { stringify } from 'yaml';
import { askPolicy, rule } from '../__testUtils__/askPolicy';
import { filesOf } from '../__testUtils__/functionInput';

describe('warnings of policy', () => {
  const rules = [rule({ severity: 'warning', expression: 'false' })];
  const warning = {
    pipeline: 'configure',
    rule: 'a',
    message: 'it must hold that false',
  };
  const other = { pipeline: 'other', rule: 'b', message: 'm' };

  it('should succeed, and be in the status', () => {
    const answer = askPolicy({ rules });
    expect(answer).toMatchObject({
      reason: 'Succeeded',
      status: { warnings: [warning] },
      log: ['warning: it must hold that false (a)'],
    });
    expect(answer.violations).toEqual([
      { rule: 'a', severity: 'warning', message: warning.message },
    ]);
  });

  it.each<[string, object[] | undefined, object[] | undefined, object[]]>([
    ['those of other pipelines stay', [other], undefined, [other, warning]],
    ['those of the run before go', [warning], undefined, [warning]],
    ['those of containers before stay', [], [other], [other, warning]],
  ])('%s', (_, before, standing, expected) => {
    const { status } = askPolicy(
      { rules },
      {
        object: { status: { warnings: before } },
        metadata: standing
          ? filesOf({
              'status.yaml': stringify({ message: 'm', warnings: standing }),
            })
          : new Map(),
      },
    );
    expect(status?.warnings ?? before).toEqual(expected);
  });

  it('should go where nothing is found any more', () => {
    const { status } = askPolicy(
      { rules: [rule({})] },
      { object: { status: { warnings: [warning, other] } } },
    );
    expect(status).toEqual({ warnings: [other] });
  });

  it('should be told of together with errors', () => {
    const { reason, violations } = askPolicy({
      rules: [...rules, rule({ name: 'b', expression: 'false' })],
    });
    expect(reason).toBe('PolicyViolation');
    expect(violations.map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
    ]);
  });
});
