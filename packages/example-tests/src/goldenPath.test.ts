import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { EXAMPLES } from './__testUtils__/examples';
import { readPromises } from './__testUtils__/readPromises';
import { deliver } from './__testUtils__/deliver';
import { readPhases, readRequests } from './__testUtils__/readRequests';

// A worker thread starts, and loads its function, with the first order.
jest.setTimeout(60_000);

const promises = readPromises();
const runner = FunctionRunner.create({ threads: 1 });
afterAll(() => runner.stop());

const phases = readPhases();

/** Requests that are there after a phase: what was ordered, with the changes so far. */
function requestsAfter(phase: string): readonly JsonObject[] {
  const requests = new Map<unknown, JsonObject>();
  for (const name of phases.slice(0, phases.indexOf(phase) + 1)) {
    for (const request of readRequests(name)) {
      requests.set(request.kind, request);
    }
  }
  return [...requests.values()];
}

function readExpected(phase: string): Record<string, string> {
  const root = join(EXAMPLES, 'expected', phase);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(file =>
        /^(clusters\/\w+|catalog)\/resources\/default\//.test(
          relative(root, file),
        ),
      )
      .map(file => [relative(root, file), readFileSync(file, 'utf8')]),
  );
}

async function deliverAll(phase: string) {
  const delivered = await Promise.all(
    requestsAfter(phase).map(request => deliver(request, { promises, runner })),
  );
  return {
    files: Object.fromEntries(delivered.flatMap(({ files }) => [...files])),
    children: delivered.flatMap(({ children }) => children),
  };
}

describe.each(phases)('phase %s of the golden path', phase => {
  it('should render what examples/expected holds', async () => {
    const { files } = await deliverAll(phase);
    if (process.env.PROMISSORY_WRITE_EXPECTED) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(EXAMPLES, 'expected', phase, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    expect(files).toEqual(readExpected(phase));
  });

  it('should ask for five requests with a database and for four without', async () => {
    const { children } = await deliverAll(phase);
    expect(children.map(({ kind }) => kind)).toEqual([
      'Namespace',
      'NetworkPolicies',
      'CiPipeline',
      'Monitoring',
      ...(phase === 'without-database' ? [] : ['PostgreSQL']),
    ]);
  });
});
