import { join, resolve } from 'node:path';
import { waitUntil } from '../portal/waitUntil.ts';
import { MeasuredBackend } from './MeasuredBackend.ts';

const examples = resolve(import.meta.dirname, '../../../examples');
const READY_MS = 120_000;

/** Promises that are ordered, and what they need. */
export const PLAIN = 'namespace';
export const COMPOUND = 'production-ready-microservice';

/** People and groups. */
export const PEOPLE = join(examples, 'people/org.yaml');

const files = [
  'state-stores/default.yaml',
  'destinations/platform.yaml',
  'destinations/dev-cluster.yaml',
  'destinations/prod-cluster.yaml',
  'destinations/catalog.yaml',
  ...[
    PLAIN,
    'postgresql',
    'company-standards',
    'network-policies',
    'ci-pipeline',
    'monitoring',
    COMPOUND,
  ].map(name => `promises/${name}/promise.yaml`),
].map(file => join(examples, file));

/** A backend with these plugins and the examples; waits until both Promises take orders. */
export async function startEngine(options: {
  readonly directory: string;
  readonly postgres?: string;
  /** Of `promises.git` and `promises.catalog`. */
  readonly git?: object;
  readonly catalog?: object;
  /** More files of the catalog. */
  readonly files?: readonly string[];
}): Promise<MeasuredBackend> {
  const { directory, postgres, git } = options;
  const backend = await MeasuredBackend.start({
    directory,
    postgres,
    kind: 'index',
    files: [PEOPLE, ...files, ...(options.files ?? [])],
    // Its files do not change while it is measured.
    config: {
      promises: { git, catalog: { watch: false, ...options.catalog } },
    },
  });
  for (const promise of [PLAIN, COMPOUND]) {
    await waitUntil(
      `Promise ${promise} to take orders`,
      async () => {
        const { status, body } = await backend.client.send(
          'GET',
          `/promises/${promise}`,
        );
        return (
          (status === 200 && (body as { orderable: boolean }).orderable) ||
          undefined
        );
      },
      { timeoutMs: READY_MS, everyMs: 200 },
    );
  }
  return backend;
}
