import type { RequestStateFact } from '@promissory/plugin-promises-node';
import { parse } from 'yaml';
import { functionInput } from '../__testUtils__/functionInput';
import { FunctionError } from '../pipelineFunction';
import { waitForExample } from './waitForExample';
import { waitForFunction } from './waitForFunction';

const SINCE = '2026-01-01T00:00:00.000Z';

const request = (
  state?: RequestStateFact['state'],
  more: Partial<RequestStateFact> = {},
): RequestStateFact => ({
  promise: 'postgresql',
  namespace: 'default',
  name: 'orders-db',
  ...(state ? { state } : {}),
  ...more,
});

/** Looks once, ten minutes after it began. */
function look(options: object, waited: readonly RequestStateFact[], count = 0) {
  const kind = 'children' in options ? 'children' : 'requests';
  try {
    const { output, metadata } = waitForFunction.run(
      functionInput(options, {
        facts: {
          waited: { kind, answer: waited },
          attempts: { kind: 'attempts', answer: { count, since: SINCE } },
        },
      }),
    );
    const control = metadata.get('workflow-control.yaml');
    expect(output.size).toBe(0);
    return control
      ? (parse(Buffer.from(control).toString()) as object)
      : 'goes on';
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    return `${error.reason}: ${error.message}`;
  }
}

const children = { children: true };

describe('wait-for', () => {
  it('says no more with every look where requests wait for each other', () => {
    let message = '';
    const lengths = Array.from({ length: 20 }, () => {
      const waited = ['a', 'b', 'c'].map(name =>
        request('Suspended', { name, message }),
      );
      ({ message } = look(children, waited) as { message: string });
      return message.length;
    });
    expect(Math.max(...lengths)).toBeLessThan(1_000);
  });

  it('should do what its example shows', () => {
    const input = functionInput(waitForExample, {
      object: { metadata: { name: 'shop' }, spec: { team: 'web' } },
    });
    expect(waitForFunction.facts?.(input)).toEqual({
      attempts: { kind: 'attempts' },
      waited: {
        kind: 'requests',
        requests: [
          { promise: 'postgresql', name: 'shop-db' },
          { promise: 'namespace', namespace: 'teams', name: 'web' },
        ],
      },
    });
  });

  it('should run its example', () => {
    expect(look(waitForExample, [request('Delivered')])).toBe('goes on');
  });

  it('should ask for the children', () => {
    expect(waitForFunction.facts?.(functionInput(children))).toMatchObject({
      waited: { kind: 'children' },
    });
  });

  it.each<[string, RequestStateFact[]]>([
    ['nothing is waited for', []],
    ['it is delivered', [request('Delivered')]],
    ['it is ready', [request('Ready')]],
    ['all are', [request('Delivered'), request('Ready')]],
  ])('goes on where %s', (_, waited) => {
    expect(look(children, waited)).toBe('goes on');
    expect(look({ requests: [{ promise: 'a', name: 'b' }] }, waited)).toBe(
      'goes on',
    );
  });

  it.each<[string, RequestStateFact, string]>([
    ['is not there', request(), 'not there yet'],
    ['is pending', request('Pending'), 'Pending'],
    [
      'runs',
      request('Running', { message: 'Pipeline 1 of 2, render' }),
      'Running: Pipeline 1 of 2, render',
    ],
    ['is suspended', request('Suspended'), 'Suspended'],
    ['is being delivered', request('Delivering'), 'Delivering'],
    ['is degraded', request('Degraded'), 'Degraded'],
    ['is paused', request('Paused'), 'Paused'],
    ['is being deleted', request('Deleting'), 'Deleting'],
    ['is deleted', request('Deleted'), 'Deleted'],
  ])('waits where a request %s', (_, waited, words) => {
    expect(look(children, [request('Delivered'), waited])).toEqual({
      suspend: true,
      retryAfter: '5s',
      reason: 'WaitingForRequests',
      message: `waits for postgresql default/orders-db (${words})`,
    });
  });

  it('should name a few and count the others', () => {
    const waited = Array.from({ length: 8 }, (_, index) =>
      request('Running', { name: `r${index}` }),
    );
    expect(look(children, waited)).toMatchObject({
      message: expect.stringMatching(/r4 \(Running\), and 3 more$/),
    });
  });

  it('should wait as long as it is told', () => {
    expect(look({ ...children, retryAfter: '1m' }, [request()])).toMatchObject({
      retryAfter: '1m',
    });
  });

  it.each<[string, object, RequestStateFact[], number, RegExp]>([
    [
      'one failed',
      {},
      [request('Running'), request('Failed', { message: 'no quota' })],
      0,
      /^WaitedRequestFailed: postgresql default\/orders-db \(Failed: no quota\)/,
    ],
    [
      'one cannot become a child',
      {},
      [
        request('Running', { name: 'other' }),
        request(undefined, {
          problem: 'ChildNameTaken',
          message: 'exists already',
        }),
      ],
      0,
      /^WaitedChildRefused: postgresql default\/orders-db \(ChildNameTaken: exists already\): /,
    ],
    [
      'a change of one is refused',
      {},
      [request('Delivered', { problem: 'ChildInvalid', message: 'too big' })],
      0,
      /^WaitedChildRefused: .*\(ChildInvalid: too big\)/,
    ],
    [
      'the last attempt was not enough',
      { attempts: 3 },
      [request('Running')],
      2,
      /^WaitTimedOut: waits for .*: not there after 3 looks$/,
    ],
    [
      'the only attempt was not enough',
      { attempts: 1 },
      [request()],
      0,
      /^WaitTimedOut: /,
    ],
    [
      'the limit is reached',
      { limit: '10m' },
      [request('Running')],
      5,
      /^WaitTimedOut: .*not there after 10m$/,
    ],
    [
      'nothing can report Ready',
      { state: 'Ready' },
      [request('Delivered')],
      0,
      /^ReadyNotReported: OPTIONS\.state: nothing reports the health of postgresql default\/orders-db.*state: Delivered/,
    ],
    [
      'nothing will be able to report Ready',
      { state: 'Ready' },
      [request('Running')],
      0,
      /^ReadyNotReported: /,
    ],
  ])('fails where %s', (_, more, waited, count, message) => {
    expect(look({ ...children, ...more }, waited, count)).toMatch(message);
  });

  it.each<[string, object, RequestStateFact[], number]>([
    ['attempts are left', { attempts: 4 }, [request('Running')], 2],
    ['time is left', { limit: '10m1s' }, [request('Running')], 99],
    ['Ready may come', { state: 'Ready' }, [request()], 0],
    [
      'Ready will be reported',
      { state: 'Ready' },
      [request('Delivered', { reportsHealth: true })],
      0,
    ],
  ])('waits on where %s', (_, more, waited, count) => {
    expect(look({ ...children, ...more }, waited, count)).toMatchObject({
      suspend: true,
    });
  });

  it('should go on at the last attempt and after the limit where all is there', () => {
    const options = { ...children, attempts: 1, limit: '1s' };
    expect(look(options, [request('Delivered')])).toBe('goes on');
    expect(look({ ...children, state: 'Ready' }, [request('Ready')])).toBe(
      'goes on',
    );
  });

  it.each<[object, RegExp]>([
    [{}, /name what to wait for/],
    [{ children: false }, /OPTIONS: children/],
    [
      { children: true, requests: [{ promise: 'a', name: 'b' }] },
      /and not both/,
    ],
    [{ requests: [] }, /OPTIONS: requests/],
    [{ requests: [{ name: 'b' }] }, /requests\[0\]\.promise/],
    [
      { requests: [{ promise: 'a', name: 'b', kind: 'c' }] },
      /requests\[0\]\.kind: is not an option/,
    ],
    [
      { requests: [{ promise: 'a', name: '${{ spec.nothing }}' }] },
      /OPTIONS\.requests\[0\]\.name: .*no such key/,
    ],
    [{ children: true, state: 'Failed' }, /OPTIONS: state/],
    [{ children: true, attempts: 0 }, /OPTIONS: attempts/],
    [{ children: true, limit: 'soon' }, /OPTIONS\.limit: "soon" is no time/],
    [{ children: true, retryAfter: '-5s' }, /OPTIONS\.retryAfter/],
  ])('refuses %j', (options, message) => {
    const facts = () => waitForFunction.facts?.(functionInput(options));
    expect(facts).toThrow(FunctionError);
    expect(facts).toThrow(message);
  });
});
