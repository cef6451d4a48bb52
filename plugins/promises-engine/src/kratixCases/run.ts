import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { breakJudges, CASE_FAULTS, type CaseFault } from './breakJudges';
import { judgeCase } from './judgeCase';
import { judges } from './judges';
import { KNOWN_DIFFERENCES, MOST_DIFFERENCES } from './knownDifferences';
import { NOT_APPLICABLE } from './notApplicable';
import { readKratixCases } from './readKratixCases';
import { reportCases } from './reportCases';

/** `./yarnw cases DIR [--json] [--break=…]`. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      break: { type: 'string' },
    },
  });
  const fault = values.break as CaseFault | undefined;
  if (positionals.length !== 1 || (fault && !CASE_FAULTS.includes(fault))) {
    process.stderr.write(
      `Usage: ./yarnw cases DIR [--json] [--break=${CASE_FAULTS.join('|')}]\n`,
    );
    return 2;
  }
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const verdicts = [];
  for (const one of await readKratixCases(folder)) {
    verdicts.push(
      await judgeCase(one, {
        judges: fault ? breakJudges(judges, fault) : judges,
        notApplicable: NOT_APPLICABLE,
      }),
    );
  }
  const { problems, ...figures } = reportCases(verdicts, {
    known: KNOWN_DIFFERENCES,
    mostDifferences: MOST_DIFFERENCES,
  });
  problems.forEach(problem => process.stderr.write(`${problem}\n`));
  const { cases, asserted, differing, notApplicable, missing } = figures;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({
          ...figures,
          ...(fault && { break: fault }),
          node: process.versions.node,
          problems,
        })}\n`
      : `${cases} cases: ${asserted} asserted, ${differing} differing, ${notApplicable} not applicable, ${missing} missing\n`,
  );
  return figures.ok ? 0 : 1;
}

void main().then(status => {
  process.exitCode = status;
});
