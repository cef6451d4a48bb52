import { CoalescedLoad } from './CoalescedLoad';

describe('CoalescedLoad', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function setUp() {
    const ends: Array<{
      resolve: (data: string) => void;
      reject: (error: unknown) => void;
    }> = [];
    const seen: string[] = [];
    const load = CoalescedLoad.start<string>({
      load: () =>
        new Promise((resolve, reject) => ends.push({ resolve, reject })),
      onStart: () => seen.push('start'),
      onData: data => seen.push(data),
      onError: error => seen.push(error.message),
      minInterval: 100,
    });
    return { load, ends, seen };
  }

  it('reads at once, and once more however often it was asked meanwhile', async () => {
    const { load, ends, seen } = setUp();
    load.again();
    load.again();
    ends[0].resolve('old');
    await jest.advanceTimersByTimeAsync(99);
    expect(ends).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    ends[1].resolve('new');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['start', 'old', 'start', 'new']);
  });

  it('reads at once again when it has been quiet', async () => {
    const { load, ends } = setUp();
    ends[0].resolve('a');
    await jest.advanceTimersByTimeAsync(100);
    load.again();
    expect(ends).toHaveLength(2);
  });

  it('tells an error and can be asked again', async () => {
    const { load, ends, seen } = setUp();
    ends[0].reject('away');
    await jest.advanceTimersByTimeAsync(100);
    load.again();
    ends[1].resolve('back');
    await jest.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['start', 'away', 'start', 'back']);
  });

  it('says nothing after it was stopped', async () => {
    const { load, ends, seen } = setUp();
    load.again();
    load.stop();
    ends[0].resolve('late');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['start']);
    expect(ends).toHaveLength(1);
  });
});
