import type { LoggerService } from '@backstage/backend-plugin-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScenario } from '../run/runScenario';
import type { Outcome } from './Outcome';
import { readOutcome } from './readOutcome';
import type { ScenarioFolder } from './ScenarioFolder';

/** Runs a scenario and answers what came of it; what it complained of is part of that, in `problems.txt`. */
export async function playScenario(
  scenario: ScenarioFolder,
  options: { readonly logger: LoggerService },
): Promise<Outcome> {
  const out = await mkdtemp(join(tmpdir(), 'promissory-test-'));
  try {
    const { problems } = await runScenario({ ...scenario, ...options, out });
    if (problems.length > 0) {
      const lines = problems.map(problem =>
        problem.replaceAll(`${scenario.folder}/`, ''),
      );
      await writeFile(join(out, 'problems.txt'), `${lines.join('\n')}\n`);
    }
    return await readOutcome(out);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
