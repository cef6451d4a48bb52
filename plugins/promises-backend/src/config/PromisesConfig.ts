import type { z } from 'zod/v4';
import type { promisesConfigSchema } from './promisesConfigSchema';

/** The configuration of the plugin, with defaults. */
export type PromisesConfig = Readonly<
  Omit<z.output<typeof promisesConfigSchema>, 'trustedLocations'>
> & {
  /** `type:target`, with `*` for any characters. */
  readonly trustedLocations: readonly string[];
};

/** Which namespaces there are and whose they are. */
export type NamespaceRule = PromisesConfig['namespaces'][number];
