import { resolve } from 'node:path';
import { readSourceDocuments } from '../run/readSourceDocuments';
import { runScenario } from '../run/runScenario';
import { createConsoleLogger } from '../run/createConsoleLogger';
import type { Command } from './Command';
import { readRunArguments } from './readRunArguments';
import { UsageError } from './UsageError';

/** Runs Promises with the real engine on this machine, without a portal and without a cluster. */
export const runPromiseCommand: Command = {
  usage:
    'run --promise FILE|DIR… --request FILE|DIR… [--destinations FILE|DIR…] [--update FILE|DIR…] [--delete] --out DIR [--timeout SECONDS] [--json] [--verbose]',
  description:
    'orders from Promises on this machine, and leaves what is delivered in a folder',
  async run(context) {
    const flags = readRunArguments(context);
    const read = (paths: readonly string[]) =>
      readSourceDocuments(paths.map(path => resolve(context.directory, path)));
    const promises = (await read(flags.promise)).filter(
      ({ kind }) => kind === 'Promise',
    );
    const requests = await read(flags.request);
    if (promises.length === 0) {
      throw new UsageError('--promise names no file with a Promise');
    }
    const out = resolve(context.directory, flags.out);
    const result = await runScenario({
      promises,
      requests,
      destinations: await read(flags.destinations),
      updates: await read(flags.update),
      deletes: flags.delete,
      out,
      timeoutMs: flags.timeoutSeconds * 1_000,
      logger: createConsoleLogger({
        complain: context.complain,
        isVerbose: flags.verbose,
      }),
    });
    const ok = result.problems.length === 0 && result.requests.length > 0;
    if (flags.json) {
      context.print(JSON.stringify({ ok, ...result }));
    } else {
      result.requests.forEach(
        ({ promise, namespace, name, state, message, isPart }) =>
          context.print(
            `${
              isPart ? '  ' : ''
            }${promise} ${namespace}/${name}: ${state}. ${message}`,
          ),
      );
      context.print(`Files, status and logs are in ${flags.out}`);
    }
    result.problems.forEach(problem => context.complain(problem));
    if (result.requests.length === 0) {
      context.complain('Nothing was ordered: name a file with --request');
    }
    return ok ? 0 : 1;
  },
};
