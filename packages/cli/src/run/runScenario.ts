import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  parsePromise,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { UsageError } from '../commands/UsageError';
import { defaultDestinations } from './defaultDestinations';
import { LocalPlatform } from './LocalPlatform';
import { localDefaults, localStores } from './localStores';
import type { RequestSummary } from './RequestSummary';
import type { SourceDocument } from './SourceDocument';
import { writeResults } from './writeResults';

/** What is run, one after the other. */
export interface Scenario {
  readonly promises: readonly SourceDocument[];
  /** A store and Destinations for what the Promises ask for where there are none. */
  readonly destinations: readonly SourceDocument[];
  readonly requests: readonly SourceDocument[];
  /** Applied when the requests are settled. */
  readonly updates: readonly SourceDocument[];
  /** Whether the requests are deleted in the end. */
  readonly deletes: boolean;
  /** Folder for the results. */
  readonly out: string;
  /** For each phase. */
  readonly timeoutMs: number;
  readonly logger: LoggerService;
}

/** How it went. */
export interface ScenarioResult {
  /** Everything that was ordered, those that belong to others after them. */
  readonly requests: readonly RequestSummary[];
  /** What is not as it should be, in words: where, what, and what to do. */
  readonly problems: readonly string[];
}

/** Orders, changes and deletes on a platform of its own, and leaves what came of it in a folder. */
export async function runScenario(scenario: Scenario): Promise<ScenarioResult> {
  const definitions = scenario.promises.map(readPromise);
  const platform = await LocalPlatform.create({ logger: scenario.logger });
  try {
    await platform.addStores(
      scenario.destinations.length > 0
        ? localStores(scenario.destinations)
        : localDefaults(defaultDestinations(definitions)),
    );
    for (const definition of definitions) {
      await platform.addPromise(definition);
    }
    const problems = [...(await platform.untilAvailable(scenario.timeoutMs))];
    problems.push(...(await applyAll(platform, scenario.requests, scenario)));
    if (scenario.updates.length > 0) {
      problems.push(...(await applyAll(platform, scenario.updates, scenario)));
    }
    if (scenario.deletes) {
      problems.push(...(await deleteAll(platform, scenario)));
    }
    await writeResults(platform, scenario.out);
    return { requests: await platform.requests(), problems };
  } finally {
    await platform.dispose();
  }
}

function readPromise(document: SourceDocument): PromiseDefinition {
  const { definition, findings } = parsePromise(document.object);
  if (!definition) {
    const words = findings.map(
      ({ path, message }) => `${path ?? ''}: ${message}`,
    );
    throw new UsageError(
      `${document.file} is no Promise that can be read: ${words.join('; ')}`,
    );
  }
  return definition;
}

async function applyAll(
  platform: LocalPlatform,
  documents: readonly SourceDocument[],
  { timeoutMs }: Scenario,
): Promise<string[]> {
  const problems: string[] = [];
  for (const document of documents) {
    const { file, kind, name } = document;
    const errors = await platform.apply(document);
    problems.push(
      ...errors.map(
        ({ path, message }) => `${file}: ${kind} ${name}: ${path}: ${message}`,
      ),
    );
  }
  await platform.settle(timeoutMs);
  return [...problems, ...(await findUndelivered(platform))];
}

async function deleteAll(
  platform: LocalPlatform,
  { timeoutMs }: Scenario,
): Promise<string[]> {
  for (const { uid, isPart, state } of await platform.requests()) {
    if (!isPart && state !== 'Deleted') await platform.delete(uid);
  }
  await platform.settle(timeoutMs);
  return (await platform.requests())
    .filter(({ state }) => state !== 'Deleted')
    .map(describe);
}

async function findUndelivered(platform: LocalPlatform): Promise<string[]> {
  return (await platform.requests())
    .filter(({ state }) => !['Delivered', 'Ready', 'Deleted'].includes(state))
    .map(describe);
}

function describe(request: RequestSummary): string {
  const { promise, namespace, name, state, reason, message } = request;
  return `${promise} ${namespace}/${name} is ${state} (${reason}): ${message}`;
}
