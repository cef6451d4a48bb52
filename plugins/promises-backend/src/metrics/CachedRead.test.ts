import { BoundedLabels } from './BoundedLabels';
import { CachedRead } from './CachedRead';

describe('CachedRead', () => {
  let at = 0;
  const now = () => new Date(at);

  it('reads once in a while, and once for all who ask at the same time', async () => {
    let reads = 0;
    const cached = CachedRead.create({
      read: async () => (reads += 1),
      maximumAgeMs: 10,
      now,
    });
    expect(await Promise.all([cached.get(), cached.get()])).toEqual([1, 1]);
    at += 9;
    expect(await cached.get()).toBe(1);
    at += 1;
    expect(await cached.get()).toBe(2);
  });

  it('begins no second read while one hangs, and keeps no failure', async () => {
    const ends: Array<() => void> = [];
    const cached = CachedRead.create({
      read: () =>
        new Promise<number>((resolve, reject) =>
          ends.push(() =>
            ends.length === 1 ? reject(new Error('no')) : resolve(2),
          ),
        ),
      maximumAgeMs: 10,
      now,
    });
    const first = cached.get();
    at += 1_000;
    const second = cached.get();
    expect(ends).toHaveLength(1);
    ends[0]();
    await expect(first).rejects.toThrow('no');
    await expect(second).rejects.toThrow('no');
    const third = cached.get();
    ends[1]();
    expect(await third).toBe(2);
  });
});

describe('BoundedLabels', () => {
  it('keeps the first names and calls the others other', () => {
    const labels = BoundedLabels.create({ limit: 2 });
    expect(['a', 'b', 'c', 'a', 'd'].map(each => labels.bound(each))).toEqual([
      'a',
      'b',
      'other',
      'a',
      'other',
    ]);
  });
});
