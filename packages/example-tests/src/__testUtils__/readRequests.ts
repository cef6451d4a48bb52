import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import { EXAMPLES } from './examples';

/** Requests of one phase of the golden path; `ordered` is the first. */
export function readRequests(phase: string): readonly JsonObject[] {
  const folder = join(EXAMPLES, 'requests', phase === 'ordered' ? '.' : phase);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.yaml'))
        .sort()
        .map(file => parse(readFileSync(join(folder, file), 'utf8')))
    : [];
}

/** Phases of the golden path in their order. */
export function readPhases(): readonly string[] {
  return [
    'ordered',
    ...readdirSync(join(EXAMPLES, 'requests'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ];
}
