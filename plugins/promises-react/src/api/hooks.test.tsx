import type { PropsWithChildren } from 'react';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import type {
  ChildRequest,
  PromisesApi,
  PromisesEvent,
  ResourceRequestDetail,
  StepLog,
  StreamEventsOptions,
} from '@promissory/plugin-promises-common';
import { useConnectionState } from '../events/useConnectionState';
import { promisesApiRef } from './promisesApiRef';
import { useRequest } from './useRequest';
import { useRequests } from './useRequests';
import { useStepLog } from './useStepLog';

const request = (uid: string, name: string) =>
  ({ uid, name, children: [] as ChildRequest[] } as ResourceRequestDetail);

const event = (fields: Partial<PromisesEvent>): PromisesEvent => ({
  position: '1',
  type: 'RequestStateChanged',
  version: 1,
  at: '2026-01-01T00:00:00Z',
  payload: {},
  ...fields,
});

const answer = async (status: number) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'E', message: 'no' } }), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );

function setUp(api: Partial<PromisesApi>) {
  const streams: StreamEventsOptions[] = [];
  const whole = {
    streamEvents: (options: StreamEventsOptions) => {
      streams.push(options);
      return new Promise<void>(() => {});
    },
    ...api,
  } as PromisesApi;
  const wrapper = ({ children }: PropsWithChildren<{}>) => (
    <TestApiProvider
      apis={[
        [promisesApiRef, whole],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({
              type: 'user' as const,
              userEntityRef: 'user:default/ann',
              ownershipEntityRefs: [],
            }),
          } as unknown as typeof identityApiRef.T,
        ],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const tell = (fields: Partial<PromisesEvent>) =>
    act(async () => streams.at(-1)?.onEvent(event(fields)));
  const connect = async (state: 'open' | 'reconnecting') => {
    await waitFor(() => expect(streams).not.toHaveLength(0));
    await act(async () => streams.at(-1)?.onConnectionState?.(state));
  };
  return { wrapper, streams, tell, connect };
}

describe('hooks', () => {
  it('read a request, and read it again when an event tells of it', async () => {
    const getRequest = jest
      .fn<Promise<ResourceRequestDetail>, [string]>()
      .mockResolvedValueOnce(request('A', 'one'))
      .mockResolvedValue(request('A', 'two'));
    const { wrapper, tell, streams } = setUp({ getRequest });
    const { result } = renderHook(() => useRequest('A'), { wrapper });
    expect(result.current).toMatchObject({ isLoading: true });
    await waitFor(() => expect(result.current.data?.name).toBe('one'));
    await waitFor(() => expect(streams[0].topics).toEqual(['request:A']));

    await tell({ requestUid: 'B' });
    await tell({ requestUid: 'A', type: 'StepLogged' });
    expect(result.current.data?.name).toBe('one');
    await tell({ requestUid: 'A' });
    await waitFor(() => expect(result.current.data?.name).toBe('two'));
    expect(getRequest).toHaveBeenCalledTimes(2);
  });

  it('follow the children of children', async () => {
    const child = (uid: string, children: ChildRequest[]): ChildRequest => ({
      uid,
      promise: { name: 'database', title: 'Database' },
      namespace: 'default',
      name: uid,
      children,
    });
    const tree = [child('B', [child('C', [])]), child('D', [])];
    const getRequest = jest
      .fn()
      .mockResolvedValueOnce({ ...request('A', 'one'), children: tree })
      .mockResolvedValue({ ...request('A', 'two'), children: tree });
    const { wrapper, tell, streams } = setUp({ getRequest });
    const { result } = renderHook(() => useRequest('A'), { wrapper });
    await waitFor(() =>
      expect(streams.at(-1)?.topics).toEqual(['request:A', 'request:B']),
    );
    await tell({ requestUid: 'B', type: 'RunStarted' });
    await tell({ requestUid: 'B', type: 'RequestChildChanged' });
    await waitFor(() => expect(result.current.data?.name).toBe('two'));
  });

  it('keep what was read while the connection is lost, and say so', async () => {
    let read = async () => request('A', 'one');
    const { wrapper, connect } = setUp({ getRequest: () => read() });
    const { result } = renderHook(
      () => ({ request: useRequest('A'), state: useConnectionState() }),
      { wrapper },
    );
    await connect('open');
    await waitFor(() => expect(result.current.request.data).toBeDefined());
    read = async () => {
      throw new TypeError('Failed to fetch');
    };
    await connect('reconnecting');
    expect(result.current.state).toBe('reconnecting');
    await act(async () => result.current.request.reload());
    await waitFor(() => expect(result.current.request.error).toBeDefined());
    expect(result.current.request.data?.name).toBe('one');

    read = async () => request('A', 'two');
    await connect('open');
    await waitFor(() => expect(result.current.request.data?.name).toBe('two'));
    expect(result.current.request.error).toBeUndefined();
    expect(result.current.state).toBe('open');
  });

  it.each([401, 403, 404])('show nothing old after %s', async status => {
    const { wrapper } = setUp({
      getRequest: jest
        .fn()
        .mockResolvedValueOnce(request('A', 'one'))
        .mockRejectedValue(await answer(status)),
    });
    const { result } = renderHook(() => useRequest('A'), { wrapper });
    await waitFor(() => expect(result.current.data).toBeDefined());
    await act(async () => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current.data).toBeUndefined();
  });

  it('never show one request under the name of another', async () => {
    const { wrapper } = setUp({
      getRequest: async uid => request(uid, `name of ${uid}`),
    });
    const seen: Array<string | undefined> = [];
    const { result, rerender } = renderHook(
      ({ uid }) => {
        const loaded = useRequest(uid);
        seen.push(`${uid}: ${loaded.data?.name}`);
        return loaded;
      },
      { wrapper, initialProps: { uid: 'A' } },
    );
    await waitFor(() => expect(result.current.data).toBeDefined());
    rerender({ uid: 'B' });
    await waitFor(() => expect(result.current.data?.uid).toBe('B'));
    expect(seen).not.toContain('B: name of A');
  });

  it('keep a list while another filter is read', async () => {
    const { wrapper } = setUp({
      listRequests: async query => ({
        items: [request('A', query?.search ?? '')],
        total: 1,
        facets: { promises: [], namespaces: [], states: [], owners: [] },
      }),
    });
    const { result, rerender } = renderHook(
      ({ search }) => useRequests({ search }),
      { wrapper, initialProps: { search: 'a' } },
    );
    await waitFor(() => expect(result.current.data).toBeDefined());
    rerender({ search: 'b' });
    expect(result.current.data?.items[0].name).toBe('a');
    expect(result.current.isRefreshing).toBe(true);
    await waitFor(() => expect(result.current.data?.items[0].name).toBe('b'));
  });

  it('follow a log by reading only what is new', async () => {
    const line = (sequence: number) => ({
      sequence,
      stream: 'stdout' as const,
      at: '2026-01-01T00:00:00Z',
      text: `line ${sequence}`,
    });
    const getStepLog = jest
      .fn<Promise<StepLog>, [{ after?: number }]>()
      .mockResolvedValueOnce({ lines: [line(1), line(2)], complete: false })
      .mockResolvedValueOnce({ lines: [line(3)], complete: true });
    const { wrapper, tell, streams } = setUp({ getStepLog });
    const { result } = renderHook(
      () => useStepLog({ uid: 'A', run: 'R', step: 'S' }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.data?.lines).toHaveLength(2));
    await waitFor(() => expect(streams).toHaveLength(1));
    await tell({ requestUid: 'A', type: 'StepLogged', stepId: 'S' });
    await waitFor(() => expect(result.current.data?.complete).toBe(true));
    expect(result.current.data?.lines.map(({ text }) => text)).toEqual([
      'line 1',
      'line 2',
      'line 3',
    ]);
    expect(getStepLog.mock.calls.map(([query]) => query.after)).toEqual([
      undefined,
      2,
    ]);
  });
});
