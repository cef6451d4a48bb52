import type { JsonObject } from '@backstage/types';

/** What a Template asks for, and where its step finds it. */
export interface ParameterPages {
  readonly pages: JsonObject[];
  /** Expressions of the scaffolder. */
  readonly input: Readonly<
    Record<'name' | 'namespace' | 'owner' | 'spec', string>
  >;
  /** What the form cannot do that the one of the marketplace can; each a sentence. */
  readonly losses: readonly string[];
}
