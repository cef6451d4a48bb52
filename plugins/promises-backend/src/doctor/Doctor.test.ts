import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { Doctor } from './Doctor';
import type { Check, DoctorContext } from './types';

const context = {
  rootConfig: mockServices.rootConfig(),
  engine: { probeStateStores: jest.fn(async () => []) },
  now: () => new Date(0),
} as unknown as DoctorContext;

function check(id: string, run: Check['run']): Check {
  return { id, area: 'backend', title: id, run };
}

describe('Doctor', () => {
  it('answers with every check, though one breaks and one never ends', async () => {
    const doctor = Doctor.create({
      context,
      limitMs: 50,
      checks: [
        check('well', async () => [{ status: 'ok', message: 'Fine.' }]),
        check('broken', async () => {
          throw new Error('the disk is full');
        }),
        check('hanging', () => new Promise(() => {})),
      ],
    });
    const report = await doctor.examine();
    expect(report.status).toBe('error');
    expect(report.checks.map(({ id, results }) => [id, results])).toEqual([
      ['well', [{ status: 'ok', message: 'Fine.' }]],
      [
        'broken',
        [
          {
            status: 'error',
            message: 'This could not be checked: the disk is full',
          },
        ],
      ],
      [
        'hanging',
        [
          {
            status: 'error',
            message: 'This could not be checked: it did not end within 0.05 s',
          },
        ],
      ],
    ]);
  });

  it('examines once for all who ask meanwhile, and again for who asks later', async () => {
    const run = jest.fn(async () => {
      await sleep(10);
      return [];
    });
    const doctor = Doctor.create({ context, checks: [check('one', run)] });
    const [first, second] = await Promise.all([
      doctor.examine(),
      doctor.examine(),
    ]);
    expect(second).toBe(first);
    await doctor.examine();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('asks state stores once, however many checks want to know', async () => {
    const probe = jest.fn(async () => []);
    const doctor = Doctor.create({
      context: {
        ...context,
        engine: { ...context.engine, probeStateStores: probe },
      },
      checks: ['one', 'two'].map(id =>
        check(id, async ({ stateStores }) => {
          await stateStores();
          return [];
        }),
      ),
    });
    await doctor.examine();
    expect(probe).toHaveBeenCalledTimes(1);
    expect(probe).toHaveBeenCalledWith({ timeoutMs: 4_000 });
  });
});
