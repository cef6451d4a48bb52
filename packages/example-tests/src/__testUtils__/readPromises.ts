import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getPipelines,
  getPromiseApi,
  parsePromise,
  type Pipeline,
  type PromiseApiDefinition,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import { EXAMPLES } from './examples';

/** A Promise of the examples. */
export interface ExamplePromise {
  readonly definition: PromiseDefinition;
  /** Absent where it takes no requests. */
  readonly api?: PromiseApiDefinition;
  readonly pipelines: readonly Pipeline[];
}

/** All Promises of the examples by their name. */
export function readPromises(): ReadonlyMap<string, ExamplePromise> {
  const folder = join(EXAMPLES, 'promises');
  return new Map(
    readdirSync(folder)
      .sort()
      .map(name => {
        const { definition, findings } = parsePromise(
          parse(readFileSync(join(folder, name, 'promise.yaml'), 'utf8')),
        );
        if (!definition) {
          throw new Error(`${name}: ${JSON.stringify(findings)}`);
        }
        return [
          definition.metadata.name,
          {
            definition,
            api: getPromiseApi(definition),
            pipelines: getPipelines(definition, 'resource', 'configure'),
          },
        ];
      }),
  );
}
