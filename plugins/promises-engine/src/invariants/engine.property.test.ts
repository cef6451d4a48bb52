import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { openSharedDatabase } from '../__testUtils__/openSharedDatabase';
import { eventually } from '../testing/eventually';
import { assertInvariants } from './__testUtils__/invariants';
import { Customer } from './__testUtils__/Customer';
import { step } from './__testUtils__/steps';
import { World } from './__testUtils__/World';

const RUNS = Number(process.env.PROMISSORY_PROPERTY_RUNS ?? 0);
const SEED = process.env.PROMISSORY_PROPERTY_SEED;
/** State stores are compared with the database after so long. */
const COMPARED_MS = 11 * 60_000;
const LOOKS = 8;
const LOOK_MS = 3_000;

jest.setTimeout(Math.max(180_000, RUNS * 40_000));

/** Nothing fails any more: soon the invariants hold. */
async function settle(world: World, customer: Customer): Promise<void> {
  for (let look = 1; ; look += 1) {
    world.moveClock(COMPARED_MS);
    await world.heal();
    await world.inProcess(engine => engine.sweep());
    try {
      await eventually(() => assertInvariants(world, customer), LOOK_MS);
      return;
    } catch (error) {
      if (look === LOOKS) throw error;
    }
  }
}

describe('whatever comes in whatever order', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  it.each(databases.eachSupportedId())(
    'the invariants of the engine hold, on %s',
    async id => {
      const property = fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        async steps => {
          const { knex, close } = await openSharedDatabase(databases, id);
          const world = await World.create(knex, {
            replicas: id !== 'SQLITE_3',
          });
          try {
            const customer = Customer.create(world);
            for (const one of steps) await customer.run(one);
            await world.heal();
            await customer.resumeAll();
            await settle(world, customer);
          } finally {
            await world.dispose();
            await close();
          }
        },
      );
      const checked = fc.assert(property, {
        numRuns: RUNS || (id === 'SQLITE_3' ? 12 : 6),
        ...(SEED === undefined ? {} : { seed: Number(SEED) }),
        interruptAfterTimeLimit: RUNS ? undefined : 25_000,
        endOnFailure: true,
      });
      await expect(checked).resolves.toBeUndefined();
    },
  );
});
