import { isError } from '@backstage/errors';
import type { FactQuery, FactReader } from '@promissory/plugin-promises-node';
import { FunctionError, type FunctionFact } from '../pipelineFunction';
import { FactsUnavailableError } from './FactsUnavailableError';

/** All facts of one step together. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Answers to the queries of a step, under their names. Throws a FunctionError where a query cannot be answered or the
 * answers are too large for a step; a FactsUnavailableError
 * where the platform is broken.
 */
export async function readFacts(
  queries: Readonly<Record<string, FactQuery>>,
  readFact: FactReader,
): Promise<Readonly<Record<string, FunctionFact>>> {
  const facts: Array<[string, FunctionFact]> = [];
  let bytes = 0;
  for (const [name, query] of Object.entries(queries)) {
    const answer = await answerOf(query, readFact);
    bytes += JSON.stringify(answer)?.length ?? 0;
    if (bytes > MAX_BYTES) {
      throw new FunctionError(
        '',
        `what the step asks of the platform is larger than ${MAX_BYTES} bytes; ask for less`,
        { reason: 'FactsTooLarge' },
      );
    }
    facts.push([name, { kind: query.kind, answer } as FunctionFact]);
  }
  return Object.fromEntries(facts);
}

async function answerOf(query: FactQuery, readFact: FactReader) {
  try {
    return await readFact(query);
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      throw new FunctionError('', error.message);
    }
    throw new FactsUnavailableError(error);
  }
}
