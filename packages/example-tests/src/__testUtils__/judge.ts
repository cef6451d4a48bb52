import type { Entity } from '@backstage/catalog-model';
import type {
  CompiledSchema,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { parseAllDocuments } from 'yaml';
import { checkBuiltIns, hasType } from './checkBuiltIns';
import { checkCustomResource } from './checkCustomResource';
import { checkEntity } from './checkEntity';

/** Documents of delivered files. */
export function documentsOf(
  files: ReadonlyMap<string, string>,
): readonly JsonObject[] {
  return [...files.values()].flatMap(text =>
    parseAllDocuments(text).map(document => document.toJS() as JsonObject),
  );
}

/** What the tools that read the documents have against them; a document that nothing can judge is a problem as well. */
export async function judge(
  documents: readonly JsonObject[],
  schemas: ReadonlyMap<string, CompiledSchema>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const builtIn: JsonObject[] = [];
  for (const document of documents) {
    const { apiVersion, kind } = document;
    const schema = schemas.get(`${apiVersion} ${kind}`);
    if (schema) {
      problems.push(
        ...checkCustomResource(schema, document).map(
          problem => `${kind}: ${problem}`,
        ),
      );
    } else if (hasType(document)) {
      builtIn.push(document);
    } else if (String(apiVersion).startsWith('backstage.io/')) {
      await checkEntity(document as unknown as Entity).catch(error =>
        problems.push(`${kind}: ${error.message}`),
      );
    } else {
      problems.push(`${apiVersion} ${kind}: nothing judges it`);
    }
  }
  return [...problems, ...checkBuiltIns(builtIn)];
}
