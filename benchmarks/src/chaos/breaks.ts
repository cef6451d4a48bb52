import { commitFile } from '../golden-path/faults.ts';
import type { SqlDatabase } from '../database/SqlDatabase.ts';
import { expectedFiles } from './oracle/expectedFiles.ts';
import type { Order } from './oracle/Order.ts';

/** Faults that `--break` seeds after quiet, each of which the command has to notice. */
export const BREAKS = {
  lost: 'a request is taken back to the generation before its last',
  doubled: 'a pipeline is recorded as completed once more',
  superseded: 'a file is taken back to the generation before its last',
  bytes: 'a file is changed',
  orphan: 'a file of a deleted request comes back',
} as const;

/** Name of a fault. */
export type Break = keyof typeof BREAKS;

/** Seeds a fault from outside. */
export async function seedBreak(
  fault: Break,
  options: {
    readonly database: SqlDatabase;
    readonly repository: string;
    readonly orders: readonly Order[];
  },
): Promise<void> {
  const { database, repository, orders } = options;
  const living = orders.filter(({ deleted }) => !deleted);
  const fileOf = (order: Order, generation: number) => {
    const [[path, content]] = expectedFiles({
      ...order,
      spec: order.specs.at(generation)!,
    });
    return { path, content };
  };
  const seeds: Readonly<Record<Break, () => Promise<void>>> = {
    lost: () =>
      database.execute(
        `UPDATE requests SET delivered_generation = generation - 1 WHERE uid = '${living[0].uid}'`,
      ),
    doubled: async () => {
      const of = `WHERE request_uid = '${living[0].uid}'`;
      await database.execute(
        `UPDATE runs SET pipeline_index = pipeline_index - 1 ${of}`,
      );
      await database.execute(
        `UPDATE runs SET pipeline_index = pipeline_index + 1 ${of}`,
      );
    },
    superseded: async () => {
      const changed = living.find(({ specs }) => specs.length > 1)!;
      const { path } = fileOf(changed, -1);
      await commitFile(repository, path, fileOf(changed, -2).content);
    },
    bytes: () =>
      commitFile(repository, fileOf(living[0], -1).path, 'by hand\n'),
    orphan: async () => {
      const { path, content } = fileOf(
        // Its name was not taken again.
        orders.find(
          ({ deleted, name }) =>
            deleted && !living.some(order => order.name === name),
        )!,
        -1,
      );
      await commitFile(repository, path, content);
    },
  };
  await seeds[fault]();
}
