/**
 * Backends under load while their processes, their database and their Git remote fail: is anything lost, done twice, or
 * left behind? Judged from outside, by the database, a fresh clone, and what the customers know was accepted.
 */
import { resolve } from 'node:path';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { BREAKS, type Break } from './breaks.ts';
import { runScenario, type ScenarioOptions } from './runScenario.ts';
import { summarizeChaos } from './summarizeChaos.ts';

const ROUNDS = 60;

const { json, values } = parseArguments('chaos', {
  points: { description: `rounds of trouble for each database (${ROUNDS})` },
  seed: { description: 'of everything that is random (a new one)' },
  database: {
    description: 'one of them (both)',
    values: ['sqlite', 'postgres'],
  },
  requests: {
    description:
      'orders at least, for each database (500, with --points 6 a round)',
  },
  keep: { description: 'folder that keeps logs, databases and repositories' },
  break: {
    description: 'seed a fault that has to be noticed',
    values: Object.keys(BREAKS),
  },
});
const isLong = values.points === undefined;
const rounds = Number(values.points ?? ROUNDS);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const requests = Number(values.requests ?? (isLong ? 500 : rounds * 6));
const started = performance.now();
const problems: string[] = [];
const results: Parameters<typeof summarizeChaos>[0]['results'] = {};

async function run(database: ScenarioOptions['database']): Promise<void> {
  const options: ScenarioOptions = {
    database,
    rounds,
    seed,
    requests,
    compound: Math.floor(requests / 5),
    break: values.break as Break | undefined,
    keep: values.keep && resolve(process.env.INIT_CWD ?? '.', values.keep),
    tell: line => console.error(line),
  };
  try {
    results[database] = await runScenario(options);
  } catch (error) {
    problems.push(
      `${database}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

// One after the other: how soon work goes on is measured on a machine that does nothing else.
for (const database of ['sqlite', 'postgres'] as const) {
  if (!values.database || values.database === database) await run(database);
}

const verdict = {
  ...summarizeChaos({ results, problems, wantsAll: isLong }),
  ...(values.break && { break: values.break }),
  seed,
  rounds,
  seconds: Math.round((performance.now() - started) / 1_000),
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
