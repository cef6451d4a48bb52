import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import {
  FunctionError,
  pipelineFunctions,
  type FactInput,
} from '../pipelineFunction';
import { ClusterApi } from './cluster/ClusterApi';
import { readClusterFacts } from './cluster/readClusterFacts';

/** The same bounds as a runner's defaults; a container has its own on top. */
const LIMITS = { outputBytes: 32 * 1024 * 1024, outputFiles: 5_000 };

async function readFiles(
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(
        async path =>
          [relative(folder, path), await readFile(path)] as [
            string,
            Uint8Array,
          ],
      ),
    ),
  );
}

async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [path, content] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/**
 * A function as the entry point of an image: reads and writes the folders of Kratix's contract and returns the exit
 * code. The function's name is the first argument.
 */
export async function runImage(options: {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `/kratix` in a container. */
  readonly folder: string;
  /** Folder of the pod's service account, for functions that ask the cluster. */
  readonly serviceAccountFolder: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}): Promise<number> {
  const [name = '', ...rest] = options.arguments;
  const definition = pipelineFunctions.get(name);
  if (!definition) {
    options.printError(
      `there is no function ${JSON.stringify(name)}; known: ${[
        ...pipelineFunctions.keys(),
      ].join(', ')}`,
    );
    return 2;
  }
  const folder = (part: string) => join(options.folder, part);
  try {
    const object: JsonObject = parse(
      await readFile(join(folder('input'), 'object.yaml'), 'utf8'),
    );
    const input: FactInput = {
      object,
      environment: Object.fromEntries(
        Object.entries(options.environment).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
      arguments: rest,
      output: await readFiles(folder('output')),
      metadata: await readFiles(folder('metadata')),
      limits: LIMITS,
      now: new Date().toISOString(),
      log: options.print,
    };
    const facts = await readClusterFacts(definition.facts?.(input) ?? {}, {
      api: ClusterApi.create(options),
      input,
    });
    const { output, metadata } = definition.run({ ...input, facts });
    await writeFiles(folder('output'), output);
    await writeFiles(folder('metadata'), metadata);
    return 0;
  } catch (error) {
    if (error instanceof FunctionError) {
      options.printError(error.message);
      return 1;
    }
    throw error;
  }
}
