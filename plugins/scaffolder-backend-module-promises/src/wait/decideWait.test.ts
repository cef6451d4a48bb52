import type { RequestStateName } from '@promissory/plugin-promises-common';
import { decideWait } from './decideWait';
import { readGoal } from './readGoal';
import type { WaitGoal } from './WaitGoal';

function look(
  name: RequestStateName,
  options: {
    reason?: string;
    delivered?: number;
    decision?: 'accepted' | 'waiting' | 'refused';
  } = {},
) {
  const since = '2026-01-01T00:00:00Z';
  return {
    state: {
      name,
      reason: options.reason ?? 'Reason',
      message: 'words',
      since,
    },
    deliveredGeneration: options.delivered,
    history: [
      {
        generation: 2,
        spec: {},
        actor: 'user:default/alice',
        origin: 'template',
        decision: options.decision ?? ('accepted' as const),
        createdAt: since,
      },
    ],
  };
}

describe('decideWait', () => {
  it.each<[WaitGoal, ReturnType<typeof look>, string]>([
    ['none', look('Pending'), 'reached'],
    ['accepted', look('Pending'), 'waiting'],
    ['accepted', look('Running'), 'reached'],
    ['accepted', look('Suspended'), 'reached'],
    ['accepted', look('Failed'), 'reached'],
    ['accepted', look('Running', { decision: 'waiting' }), 'waiting'],
    ['accepted', look('Pending', { decision: 'refused' }), 'failed'],
    ['accepted', look('Pending', { delivered: 2 }), 'reached'],
    ['accepted', look('Deleting'), 'failed'],
    ['delivered', look('Pending'), 'waiting'],
    ['delivered', look('Running', { delivered: 1 }), 'waiting'],
    ['delivered', look('Suspended'), 'waiting'],
    ['delivered', look('Paused'), 'waiting'],
    ['delivered', look('Delivering'), 'waiting'],
    ['delivered', look('Delivered', { delivered: 2 }), 'reached'],
    // Changed by somebody since: what was ordered is part of what is delivered.
    ['delivered', look('Running', { delivered: 3 }), 'reached'],
    ['delivered', look('Degraded', { delivered: 2 }), 'reached'],
    ['delivered', look('Degraded', { delivered: 1 }), 'failed'],
    [
      'delivered',
      look('Degraded', { delivered: 1, reason: 'ChildDeleting' }),
      'waiting',
    ],
    [
      'delivered',
      look('Degraded', { delivered: 1, reason: 'UnscheduledWorkloads' }),
      'waiting',
    ],
    ['delivered', look('Failed'), 'failed'],
    ['delivered', look('Deleted'), 'failed'],
    ['deleted', look('Running'), 'waiting'],
    ['deleted', look('Deleting'), 'waiting'],
    ['deleted', look('Deleting', { reason: 'DeleteWorkflowFailed' }), 'failed'],
    ['deleted', look('Deleted'), 'reached'],
  ])('decides for %s on %j', (goal, request, kind) => {
    expect(decideWait(request, { goal, generation: 2 }).kind).toBe(kind);
  });

  it('says what a policy has found, at its field', () => {
    const request = look('Failed', { reason: 'PolicyViolation' });
    const state = {
      ...request.state,
      violations: [
        {
          rule: 'replicas',
          severity: 'error' as const,
          message: 'too few',
          path: 'spec.replicas',
        },
        { rule: 'w', severity: 'warning' as const, message: 'only a hint' },
      ],
    };
    expect(
      decideWait({ ...request, state }, { goal: 'delivered', generation: 2 }),
    ).toEqual({
      kind: 'failed',
      message: 'Failed (PolicyViolation): words\n- spec.replicas: too few',
    });
  });
});

describe('readGoal', () => {
  it('takes what there is, and a default', () => {
    expect(readGoal('delivered', 'accepted')).toBe('delivered');
    expect(readGoal(undefined, 'accepted')).toBe('accepted');
  });

  it('refuses ready with the reason and what to write instead', () => {
    expect(() => readGoal('ready', 'none')).toThrow(
      /no health source reports .*use wait: delivered/,
    );
  });
});
