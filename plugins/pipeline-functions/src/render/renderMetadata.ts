import { parse, stringify } from 'yaml';
import type { JsonObject } from '@promissory/plugin-promises-common';
import {
  renderString,
  renderValue,
  type TemplateVariables,
} from './renderValue';

const STATUS_FILE = 'status.yaml';
const SELECTORS_FILE = 'destination-selectors.yaml';

/** An entry of `destinationSelectors`. */
export interface SelectorOptions {
  readonly directory?: string;
  readonly matchLabels: Readonly<Record<string, string>>;
}

function read(
  metadata: ReadonlyMap<string, Uint8Array>,
  file: string,
): unknown {
  const bytes = metadata.get(file);
  return bytes && parse(new TextDecoder().decode(bytes));
}

/** Files of /kratix/metadata: what containers before wrote, with these options laid over or added. */
export function renderMetadata(
  options: {
    readonly status?: JsonObject;
    readonly destinationSelectors?: readonly SelectorOptions[];
  },
  variables: TemplateVariables,
  existing: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  if (options.status) {
    const before = read(existing, STATUS_FILE) ?? {};
    const status = renderValue(options.status, variables, 'OPTIONS.status');
    files.set(
      STATUS_FILE,
      encoder.encode(
        stringify({ ...(before as JsonObject), ...(status as JsonObject) }),
      ),
    );
  }
  if (options.destinationSelectors) {
    const before = read(existing, SELECTORS_FILE) ?? [];
    const selectors = options.destinationSelectors.map((selector, index) => {
      const path = `OPTIONS.destinationSelectors[${index}]`;
      return {
        ...(selector.directory !== undefined && {
          directory: renderString(
            selector.directory,
            variables,
            `${path}.directory`,
          ),
        }),
        matchLabels: Object.fromEntries(
          Object.entries(selector.matchLabels).map(([label, value]) => [
            label,
            renderString(value, variables, `${path}.matchLabels.${label}`),
          ]),
        ),
      };
    });
    files.set(
      SELECTORS_FILE,
      encoder.encode(
        stringify([...(Array.isArray(before) ? before : []), ...selectors]),
      ),
    );
  }
  return files;
}
