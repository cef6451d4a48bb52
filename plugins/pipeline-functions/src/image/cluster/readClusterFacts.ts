import {
  getPromiseApi,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type {
  FactAnswers,
  FactQuery,
  RequestName,
  RequestStateFact,
} from '@promissory/plugin-promises-node';
import {
  FunctionError,
  type FactInput,
  type FunctionFact,
} from '../../pipelineFunction';
import type { ClusterApi } from './ClusterApi';
import { clusterRequestState } from './clusterRequestState';
import { readAttempts } from './readAttempts';

type Input = Pick<FactInput, 'object' | 'environment' | 'now'>;

/** Answers to the queries of a function that runs in a pod, from the cluster that runs it. Throws a FunctionError. */
export async function readClusterFacts(
  queries: Readonly<Record<string, FactQuery>>,
  options: { readonly api: ClusterApi; readonly input: Input },
): Promise<Readonly<Record<string, FunctionFact>>> {
  const facts: Array<[string, FunctionFact]> = [];
  for (const [name, query] of Object.entries(queries)) {
    facts.push([name, await readFact(query, options)]);
  }
  return Object.fromEntries(facts);
}

async function readFact(
  query: FactQuery,
  { api, input }: { readonly api: ClusterApi; readonly input: Input },
): Promise<FunctionFact> {
  switch (query.kind) {
    case 'attempts':
      return { kind: query.kind, answer: readAttempts(input) };
    case 'dependency':
      return { kind: query.kind, answer: await readDependency(query, api) };
    case 'requests': {
      const answer: RequestStateFact[] = [];
      for (const name of query.requests) {
        answer.push(await readRequest(name, api, input));
      }
      return { kind: query.kind, answer };
    }
    default:
      throw new FunctionError(
        'OPTIONS.children',
        'a cluster does not tell which requests are the children of another; name them under requests, or let the promises backend run the pipeline',
        { reason: 'FactsUnavailable' },
      );
  }
}

async function readPromise(
  name: string,
  api: ClusterApi,
): Promise<PromiseDefinition | undefined> {
  const path = `/apis/platform.kratix.io/v1alpha1/promises/${encodeURIComponent(
    name,
  )}`;
  return (await api.read(path)) as PromiseDefinition | undefined;
}

async function readDependency(
  query: Extract<FactQuery, { kind: 'dependency' }>,
  api: ClusterApi,
): Promise<FactAnswers['dependency']> {
  const { kind, name } = query.document;
  const promise = await readPromise(query.promise, api);
  return (
    promise?.spec.dependencies?.find(
      document =>
        document.kind === kind &&
        (document.metadata as JsonObject | undefined)?.name === name,
    ) ?? null
  );
}

async function readRequest(
  asked: RequestName,
  api: ClusterApi,
  { object }: Input,
): Promise<RequestStateFact> {
  const own = (object.metadata as JsonObject | undefined)?.namespace;
  const namespace =
    asked.namespace ?? (typeof own === 'string' ? own : 'default');
  const name = { promise: asked.promise, namespace, name: asked.name };
  const promise = await readPromise(asked.promise, api);
  const offered = promise && getPromiseApi(promise);
  if (!offered) return name;
  const { group, version, plural } = offered;
  const found = await api.read(
    `/apis/${group}/${version}/namespaces/${encodeURIComponent(
      namespace,
    )}/${plural}/${encodeURIComponent(asked.name)}`,
  );
  return found ? { ...name, ...clusterRequestState(found) } : name;
}
