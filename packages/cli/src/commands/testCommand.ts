import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toError } from '@backstage/errors';
import { createConsoleLogger } from '../run/createConsoleLogger';
import { compareOutcomes } from '../scenarios/compareOutcomes';
import { findScenarioFolders } from '../scenarios/findScenarioFolders';
import { playScenario } from '../scenarios/playScenario';
import { readOutcome } from '../scenarios/readOutcome';
import {
  readScenarioFolder,
  SCENARIO_FILE,
} from '../scenarios/readScenarioFolder';
import { writeOutcome } from '../scenarios/writeOutcome';
import type { Command, CommandContext } from './Command';
import { UsageError } from './UsageError';

/** Runs scenarios with the real engine and compares what comes of them with what is expected. */
export const testCommand: Command = {
  usage: 'test DIR… [--update] [--json] [--verbose]',
  description: `runs the scenarios below a folder (each has a ${SCENARIO_FILE}) and compares what is delivered with expected/; --update accepts it`,
  async run(context) {
    const { paths, update, json, verbose } = readTestArguments(context);
    const folders = await findScenarioFolders(paths);
    if (folders.length === 0) {
      throw new UsageError(`No folder there has a ${SCENARIO_FILE}`);
    }
    const logger = createConsoleLogger({
      complain: context.complain,
      isVerbose: verbose,
    });
    const scenarios = [];
    for (const folder of folders) {
      const name = relative(context.directory, folder) || '.';
      const expected = join(folder, 'expected');
      const actual = await playScenario(await readScenarioFolder(folder), {
        logger,
      });
      const differences = compareOutcomes(await readOutcome(expected), actual);
      if (update && differences.length > 0) {
        await writeOutcome(expected, actual);
      }
      const ok = actual.size > 0 && (update || differences.length === 0);
      scenarios.push({ name, ok, files: actual.size, differences });
      if (json) continue;
      const files = actual.size === 1 ? '1 file' : `${actual.size} files`;
      context.print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${files}`);
      differences.forEach(({ kind, path, patch }) =>
        context.print(
          update ? `     accepted: ${path}` : `     ${kind}: ${path}\n${patch}`,
        ),
      );
      if (actual.size === 0) context.print('     nothing came of it');
    }
    const failed = scenarios.filter(({ ok }) => !ok);
    if (json) {
      context.print(
        JSON.stringify({ ok: failed.length === 0, updated: update, scenarios }),
      );
    } else if (failed.length > 0) {
      context.complain(
        `${failed.length} of ${scenarios.length} scenarios are not as expected; --update accepts what came of them`,
      );
    }
    return failed.length === 0 ? 0 : 1;
  },
};

function readTestArguments({ args, directory }: CommandContext) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        update: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) throw new UsageError('Name a folder');
    return {
      ...values,
      paths: positionals.map(path => resolve(directory, path)),
    };
  } catch (error) {
    throw new UsageError(toError(error).message);
  }
}
