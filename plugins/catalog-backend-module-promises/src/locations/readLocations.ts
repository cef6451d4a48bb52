import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import type { ConfiguredLocation } from './ConfiguredLocation';

const KEY = 'promises.locations';

const schema = z.array(
  z.strictObject({ type: z.enum(['file', 'url']), target: z.string().min(1) }),
);

/** What `promises.locations` names; files are meant from the backend's working directory, as in `catalog.locations`. */
export function readLocations(
  config: Config,
  workingDirectory: string,
): readonly ConfiguredLocation[] {
  const parsed = schema.safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `${[KEY, ...path].join(
        '.',
      )}: ${message}; write type (file or url) and target, as in catalog.locations`,
    );
  }
  return parsed.data.map(({ type, target }) => ({
    type,
    target: type === 'file' ? resolve(workingDirectory, target) : target,
  }));
}
