import type {
  PolicyViolation,
  RequestState,
} from '@promissory/plugin-promises-common';
import { stateMessage } from './stateMessage';

const broken = (
  severity: PolicyViolation['severity'],
  rule = 'r',
): PolicyViolation => ({
  rule,
  severity,
  message: 'm',
});

const state = (
  reason: string,
  violations?: PolicyViolation[],
): RequestState => ({
  name: 'Failed',
  reason,
  message: 'as the API says it',
  since: '2026-01-01T12:00:00Z',
  ...(violations && { violations }),
});

describe('stateMessage', () => {
  it.each<[RequestState, RegExp]>([
    [state('PolicyViolation', [broken('error')]), /breaks a rule/],
    [
      state('PolicyViolation', [
        broken('error'),
        broken('warning'),
        broken('error', 'another'),
      ]),
      /breaks 2 rules/,
    ],
    [
      state('PolicyViolation', [broken('error'), broken('error')]),
      /breaks a rule/,
    ],
    [state('PolicyViolation', [broken('warning')]), /as the API says it/],
    [state('PolicyViolation'), /as the API says it/],
    [state('PipelineFailed', [broken('error')]), /as the API says it/],
  ])('%j', (given, expected) => {
    expect(stateMessage(given)).toMatch(expected);
  });
});
