import type {
  FactAnswers,
  FactQuery,
  FactReader,
} from '@promissory/plugin-promises-node';
import type { FactScope } from './FactScope';
import { readAttemptsFact } from './readAttemptsFact';
import { readChildrenFact } from './readChildrenFact';
import { readDependencyFact } from './readDependencyFact';
import { readRequestsFact } from './readRequestsFact';

type Readers = {
  readonly [Kind in FactQuery['kind']]: (
    scope: FactScope,
    query: Extract<FactQuery, { kind: Kind }>,
  ) => Promise<FactAnswers[Kind]>;
};

const readers: Readers = {
  attempts: readAttemptsFact,
  children: readChildrenFact,
  dependency: readDependencyFact,
  requests: readRequestsFact,
};

/** Answers what a step asks about the platform, from what is in the database when it asks. */
export function createFactReader(scope: FactScope): FactReader {
  return <Query extends FactQuery>(query: Query) => {
    // The reader of a kind takes its queries: TypeScript does not follow that through a lookup by a generic kind.
    const read = readers[query.kind] as unknown as (
      asking: FactScope,
      asked: Query,
    ) => Promise<FactAnswers[Query['kind']]>;
    return read(scope, query);
  };
}
