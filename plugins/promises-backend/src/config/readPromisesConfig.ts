import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PromisesConfig } from './PromisesConfig';
import { promisesConfigSchema } from './promisesConfigSchema';
import { readCatalogLocations } from './readCatalogLocations';

/** Reads and checks the plugin's configuration. Throws an InputError that names each key that is wrong. */
export function readPromisesConfig(config: Config): PromisesConfig {
  const result = promisesConfigSchema.safeParse(
    config.getOptional('promises') ?? {},
  );
  if (!result.success) {
    const problems = result.error.issues.map(
      issue => `promises.${issue.path.join('.')}: ${issue.message}`,
    );
    throw new InputError(
      `The configuration of the promises plugin is wrong: ${problems.join(
        '; ',
      )}`,
    );
  }
  return {
    ...result.data,
    trustedLocations:
      result.data.trustedLocations ?? readCatalogLocations(config),
  };
}
