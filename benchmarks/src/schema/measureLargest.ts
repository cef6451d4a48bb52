import { performance } from 'node:perf_hooks';
import Ajv from 'ajv';
import type { BundledLibrary } from './bundleLibrary.ts';
import type { FoundSchema } from './readSchemas.ts';
import { round } from '../report/statistics.ts';

/** Times of one schema in milliseconds, each measured once and cold: a person opens a form once. */
export interface LargestTimes {
  readonly file: string;
  readonly characters: number;
  readonly compileMs: number;
  readonly firstValidationMs: number;
  readonly formMs: number;
  /** Compile and first validation with ajv; null where it cannot read the schema. */
  readonly ajvMs: number | null;
}

const OBJECT = {
  apiVersion: 'example.org/v1',
  kind: 'Example',
  metadata: { name: 'example' },
  spec: {},
};

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return round(performance.now() - start);
}

/** Compiles a schema, validates a first object, and draws the first level of its form. */
export function measureLargest(
  { file, schema, length }: FoundSchema,
  { compileSchema, compileForm }: BundledLibrary['library'],
): LargestTimes {
  let compiled: ReturnType<typeof compileSchema> | undefined;
  const compileMs = timeOf(() => {
    compiled = compileSchema(schema);
  });
  const firstValidationMs = timeOf(() =>
    compiled?.validate(compiled.applyDefaults(compiled.prune(OBJECT))),
  );
  const formMs = timeOf(() => {
    const spec = compiled?.schema.properties?.spec;
    return spec && compileForm(spec).root.children();
  });
  return {
    file,
    characters: length,
    compileMs,
    firstValidationMs,
    formMs,
    ajvMs: measureAjv(schema),
  };
}

function measureAjv(schema: unknown): number | null {
  try {
    return timeOf(() => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      ajv.compile(schema as object)(OBJECT);
    });
  } catch {
    // Patterns of Go, nullable without a type: no JSON Schema.
    return null;
  }
}
