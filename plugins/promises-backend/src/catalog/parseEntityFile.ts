import { LineCounter, parseAllDocuments } from 'yaml';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { EntityFile } from './types';

/** Documents of a YAML or JSON file. Those that are no objects are left out. */
export function parseEntityFile(text: string): EntityFile {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter });
  if ('empty' in documents) {
    return { documents: [] };
  }
  const fault = documents.flatMap(document => document.errors).at(0);
  if (fault) {
    return { problem: fault.message.split('\n')[0] };
  }
  try {
    return {
      documents: documents.flatMap(document => {
        // Aliases can make a small file large.
        const value: unknown = document.toJS({ maxAliasCount: 100 });
        if (typeof value !== 'object' || value === null || Array.isArray(value))
          return [];
        const start = document.contents?.range?.[0] ?? 0;
        return [
          { line: lineCounter.linePos(start).line, value: value as JsonObject },
        ];
      }),
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
