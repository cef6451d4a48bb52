import { stat } from 'node:fs/promises';
import { faultNames, withFault, type FaultName } from '../agreement/faults';
import { libraryJudge } from '../agreement/Judge';
import {
  measureAgreement,
  type Agreement,
} from '../agreement/measureAgreement';
import { readSchemaCases } from '../cases/readSchemaCases';
import type { Command } from './Command';
import { readArguments } from './readArguments';
import { UsageError } from './UsageError';

/** What may differ, by rules that are documented. */
const TOLERATED = 0.01;

function describe({ disagree, ...counts }: Agreement): string {
  const lines = disagree.map(
    ({ schema, case: id, what, rule }) =>
      `${schema}${id === null ? '' : ` / ${id}`} (${rule}): ${what}`,
  );
  const { schemas, cases, agree, agreeVerdict, agreeStored, agreeCauses } =
    counts;
  return [
    ...lines,
    `${agree} of ${cases} answers agree (${schemas} schemas)`,
    `verdict ${agreeVerdict}, stored ${agreeStored}, causes ${agreeCauses}`,
  ].join('\n');
}

/** Compares the library with recorded answers of an API server. */
export const agreeCommand: Command = {
  usage: `agree DIR [--json] [--break=${faultNames.join('|')}]`,
  description: 'compare with recorded answers of an API server',
  async run(context) {
    const { json, paths, flags } = readArguments(context, {
      break: faultNames,
    });
    if (paths.length !== 1) throw new UsageError('agree takes one folder');
    const [directory] = paths;
    const found = await stat(directory).catch(() => undefined);
    if (!found?.isDirectory())
      throw new UsageError(`there is no folder ${directory}`);
    const { cases, skipped } = await readSchemaCases(directory);
    for (const name of skipped)
      context.complain(`${name} holds no list of schemas, skipped`);
    const fault = flags.break as FaultName | undefined;
    const result = measureAgreement(
      cases,
      fault ? withFault(libraryJudge, fault) : libraryJudge,
    );
    context.print(json ? JSON.stringify(result) : describe(result));
    if (result.cases === 0) {
      context.complain(`${directory} holds no answers: nothing was compared`);
      return 1;
    }
    return result.disagree.length / result.cases < TOLERATED ? 0 : 1;
  },
};
