import { setTimeout as sleep } from 'node:timers/promises';
import { GitRemote } from '../golden-path/GitRemote.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { round } from '../report/statistics.ts';
import { MeasuredBackend } from './MeasuredBackend.ts';
import type { OrderFiles } from './OrderFiles.ts';
import { TEMPLATE, writeScaffolderTemplate } from './scaffolderTemplate.ts';
import { watchStates } from './watchStates.ts';

const READY_MS = 120_000;

/**
 * Tasks of Backstage's scaffolder that bring the same files to the same repository, so many at the same time: how many
 * a second, from the first task sent until the last one ended. Every file is looked for in a fresh clone.
 */
export async function measureScaffolder(options: {
  readonly directory: string;
  readonly postgres?: string;
  readonly repository: string;
  readonly files: OrderFiles;
  readonly tasks: number;
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly problems: string[];
}): Promise<{ readonly concurrency: number; readonly perSecond: number }> {
  const { files, repository, tasks, concurrency, timeoutMs, problems } =
    options;
  const backend = await MeasuredBackend.start({
    ...options,
    kind: 'scaffolder',
    files: [await writeScaffolderTemplate(options)],
    config: { scaffolder: { concurrentTasksLimit: concurrency } },
  });
  try {
    const send = async (name: string) => {
      const response = await fetch(`${backend.url}/api/scaffolder/v2/tasks`, {
        method: 'POST',
        headers: {
          authorization: backend.client.authorization,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          templateRef: TEMPLATE,
          values: { name, repository: `file://${repository}` },
        }),
      });
      if (!response.ok) return undefined;
      return ((await response.json()) as { id: string }).id;
    };
    const database = backend.open('scaffolder');
    try {
      const run = async (names: readonly string[]) => {
        const start = performance.now();
        const ids = await Promise.all(names.map(send));
        const seenAt = await watchStates(database, {
          ids: ids.map(String),
          query: `SELECT id FROM tasks WHERE status = 'completed'`,
          timeoutMs,
        });
        return { seen: seenAt.size, ms: Math.max(...seenAt.values()) - start };
      };
      const first = await waitUntil(
        'the Template',
        () => send(`warm-${concurrency}`),
        { timeoutMs: READY_MS, everyMs: 500 },
      );
      await watchStates(database, {
        ids: [first],
        query: `SELECT id FROM tasks WHERE status = 'completed'`,
        timeoutMs,
      });
      await sleep(1_000);
      const names = Array.from(
        { length: tasks },
        (_, index) => `task-${concurrency}-${index}`,
      );
      const { seen, ms } = await run(names);
      if (seen < tasks) {
        problems.push(
          `${
            tasks - seen
          } of ${tasks} tasks of the scaffolder did not end well`,
        );
      }
      const { files: tree } = await new GitRemote(repository).clone();
      problems.push(
        ...names.flatMap(name => files.compare(tree, name)).slice(0, 3),
      );
      return { concurrency, perSecond: round(seen / (ms / 1_000)) };
    } finally {
      await database.close();
    }
  } finally {
    await backend.stop();
  }
}
