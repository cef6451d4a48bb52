import { decodeTime, ulid } from 'ulid';
import { nextRunId } from './nextRunId';

describe('nextRunId', () => {
  it('is of now where there was no run', () => {
    const before = Date.now();
    expect(decodeTime(nextRunId([undefined]))).toBeGreaterThanOrEqual(before);
  });

  it.each([0, 1, 3_600_000])(
    'is newer than a run of a clock that is %s ms ahead',
    ahead => {
      const earlier = { id: ulid(Date.now() + ahead) };
      const later = { id: nextRunId([undefined, earlier]) };
      expect(later.id > earlier.id).toBe(true);
      expect(nextRunId([later]) > later.id).toBe(true);
    },
  );
});
