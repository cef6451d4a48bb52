import { createHash } from 'node:crypto';
import type { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse, parseAllDocuments } from 'yaml';
import type { ExamplePromise } from './readPromises';
import { admitRequest } from './admitRequest';
import { runRequest } from './runRequest';

/** Folders that Destinations write to, by their label `environment`. */
const FOLDERS: Readonly<Record<string, string>> = {
  dev: 'clusters/dev',
  prod: 'clusters/prod',
  platform: 'clusters/platform',
  catalog: 'catalog',
};

interface Selector {
  readonly directory?: string;
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** What is delivered for requests: files by their path in the state store, and the requests that others asked for. */
export interface Delivered {
  readonly files: ReadonlyMap<string, string>;
  readonly children: readonly JsonObject[];
}

/** What the engine delivers for a request and, below it, for its children. Throws where one of them is refused. */
export async function deliver(
  request: JsonObject,
  context: {
    readonly runner: FunctionRunner;
    readonly promises: ReadonlyMap<string, ExamplePromise>;
  },
): Promise<Delivered> {
  const [promise, { api }] = [...context.promises].find(
    ([, candidate]) => candidate.api?.kind === request.kind,
  ) ?? ['', {}];
  if (!api) throw new Error(`no Promise offers ${request.kind}`);
  const { object, errors } = admitRequest(api, request);
  if (errors.length > 0) {
    throw new Error(
      `${request.kind}: ${errors
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
    );
  }
  const run = await runRequest({ ...context, promise, object });
  if (run.state === 'Failed') {
    throw new Error(`${request.kind}: ${run.message}`);
  }
  const selectors: readonly Selector[] = parse(
    run.metadata.get('destination-selectors.yaml') ?? '[]',
  );
  const { name, namespace } = request.metadata as Record<string, string>;
  const files = new Map<string, string>();
  const children: JsonObject[] = [];
  for (const [path, text] of run.files) {
    const { directory = '.', matchLabels } =
      selectors.find(
        selector =>
          selector.directory && path.startsWith(`${selector.directory}/`),
      ) ?? selectors.find(selector => !selector.directory)!;
    const folder = FOLDERS[matchLabels.environment];
    const id = createHash('md5').update(directory).digest('hex').slice(0, 5);
    files.set(
      `${folder}/resources/${namespace}/${promise}/${name}/configure/${id}/${path}`,
      text,
    );
    if (matchLabels.environment === 'platform') {
      children.push(
        ...parseAllDocuments(text).map(
          document => document.toJS() as JsonObject,
        ),
      );
    }
  }
  const below = await Promise.all(
    children.map(child => deliver(child, context)),
  );
  return {
    files: new Map(
      [files, ...below.map(child => child.files)].flatMap(tree => [...tree]),
    ),
    children: [...children, ...below.flatMap(child => child.children)],
  };
}
