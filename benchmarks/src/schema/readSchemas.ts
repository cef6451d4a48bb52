import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** A schema of a definition that was found. */
export interface FoundSchema {
  readonly file: string;
  readonly schema: unknown;
  /** Length of the schema as JSON: what "largest" is measured by. */
  readonly length: number;
}

interface CustomResourceDefinition {
  readonly kind?: string;
  readonly spec?: {
    readonly api?: CustomResourceDefinition;
    readonly versions?: ReadonlyArray<{
      readonly storage?: boolean;
      readonly referenceable?: boolean;
      readonly schema?: { readonly openAPIV3Schema?: unknown };
    }>;
  };
}

function schemaOf(document: CustomResourceDefinition | null): unknown {
  const definition = document?.spec?.api ?? document;
  const versions = definition?.spec?.versions ?? [];
  const version =
    versions.find(({ storage, referenceable }) => storage ?? referenceable) ??
    versions[0];
  return version?.schema?.openAPIV3Schema;
}

/** The schemas of Promises, CRDs and XRDs below a folder, the largest first. */
export async function readSchemas(
  directory: string,
): Promise<readonly FoundSchema[]> {
  const found: FoundSchema[] = [];
  for (const name of (await readdir(directory, { recursive: true })).sort()) {
    if (!/\.ya?ml$/.test(name)) continue;
    const text = await readFile(join(directory, name), 'utf8');
    for (const document of parseAllDocuments(text, { merge: true })) {
      const schema = schemaOf(document.toJS({ maxAliasCount: 10_000 }));
      if (typeof schema === 'object' && schema !== null)
        found.push({
          file: name,
          schema,
          length: JSON.stringify(schema).length,
        });
    }
  }
  return found.sort((one, other) => other.length - one.length);
}
