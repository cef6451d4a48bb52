/**
 * What schema semantics cost: compiling the largest schemas and a first validation, one more key press in an object of
 * a thousand fields, and what a browser has to load. ajv stands beside it where it can read the schema.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { percentile } from '../report/statistics.ts';
import { bundleLibrary } from './bundleLibrary.ts';
import { FIELDS } from './largeObject.ts';
import { measureEditing } from './measureEditing.ts';
import { measureLargest } from './measureLargest.ts';
import { readSchemas } from './readSchemas.ts';

const TARGET_EDIT_MS = 1;
const TARGET_BUNDLE_BYTES = 150_000;
const SHOWN = 5;

const { json, values } = parseArguments('bench schema', {
  schemas: {
    description: 'folder of Promises, CRDs and XRDs (examples/promises)',
  },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['slow', 'large', 'empty'],
  },
});
const fault = values.break;
const directory = resolve(
  process.env.INIT_CWD ?? process.cwd(),
  values.schemas ?? resolve(import.meta.dirname, '../../../examples/promises'),
);
const toHundredth = (value: number) => Math.round(value * 100) / 100;

const work = await mkdtemp(join(tmpdir(), 'promissory-bench-schema-'));
try {
  const { library, gzippedBytes } = await bundleLibrary(work);
  const found = fault === 'empty' ? [] : await readSchemas(directory);
  const largest = found
    .slice(0, SHOWN)
    .map(schema => measureLargest(schema, library));
  const editing = measureEditing(library, fault === 'slow');
  const median = (times: readonly number[]) =>
    toHundredth(percentile(times, 0.5));
  const bundleBytes =
    fault === 'large' ? gzippedBytes + TARGET_BUNDLE_BYTES : gzippedBytes;
  const editMs = median(editing.incremental);

  const problems: string[] = [];
  if (found.length === 0) problems.push(`there is no schema in ${directory}`);
  if (editMs >= TARGET_EDIT_MS)
    problems.push(
      `one more key press takes ${editMs} ms (median), target under ${TARGET_EDIT_MS} ms`,
    );
  if (bundleBytes >= TARGET_BUNDLE_BYTES)
    problems.push(
      `the bundle has ${bundleBytes} bytes, target under ${TARGET_BUNDLE_BYTES}`,
    );
  if (editing.different > 0)
    problems.push(
      `after ${editing.different} edits the incremental validator found something else than the full one`,
    );

  const verdict = {
    ok: problems.length === 0,
    schemas: found.length,
    largest,
    fields: FIELDS,
    editMs: {
      median: editMs,
      p95: toHundredth(percentile(editing.incremental, 0.95)),
    },
    fullMs: median(editing.full),
    ajvMs: median(editing.ajv),
    bundleBytes,
    ...(fault && { break: fault }),
    problems,
    environment: describeEnvironment(),
  };
  tellVerdict(verdict, { json });
} finally {
  await rm(work, { recursive: true, force: true });
}
