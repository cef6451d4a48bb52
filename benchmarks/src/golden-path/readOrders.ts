import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A request as its author wrote it. */
export interface Order {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly spec: unknown;
}

/** Orders of a folder: one Kubernetes object a file. */
export async function readOrders(folder: string): Promise<readonly Order[]> {
  const files = (await readdir(folder))
    .filter(file => file.endsWith('.yaml'))
    .sort();
  return Promise.all(
    files.map(async file => {
      const { kind, metadata, spec } = parse(
        await readFile(join(folder, file), 'utf8'),
      );
      return {
        kind,
        namespace: metadata.namespace ?? 'default',
        name: metadata.name,
        spec,
      };
    }),
  );
}
