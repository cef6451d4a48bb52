import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import type { JsonObject } from '@promissory/plugin-promises-common';
import fc from 'fast-check';
import { parse } from 'yaml';
import { admitRequest } from '../__testUtils__/admitRequest';
import { microserviceSpecs } from '../__testUtils__/microserviceSpecs';
import { readPromises } from '../__testUtils__/readPromises';
import { runRequest } from '../__testUtils__/runRequest';
import {
  breakStandards,
  standardsViolations,
  validMicroserviceSpec,
} from './standardsViolations';

// A worker thread starts, and loads its function, with the first order.
jest.setTimeout(60_000);

const promises = readPromises();
const runner = FunctionRunner.create({ threads: 1 });
afterAll(() => runner.stop());

async function order(kind: string, spec: JsonObject) {
  const [promise, { api }] = [...promises].find(
    ([, candidate]) => candidate.api?.kind === kind,
  )!;
  const { object, errors } = admitRequest(api!, {
    apiVersion: 'platform.promissory.io/v1alpha1',
    kind,
    metadata: { name: 'checkout', namespace: 'default' },
    spec,
  });
  expect(errors).toEqual([]);
  return runRequest({ runner, promises, promise, object });
}

const rules: ReadonlyArray<{ readonly name: string; readonly field?: string }> =
  parse(
    (
      promises.get('company-standards')!.definition.spec.dependencies![0] as {
        data: Record<string, string>;
      }
    ).data['rules.yaml'],
  );

describe('company standards', () => {
  it('should be kept by a good order', async () => {
    const run = await order('Microservice', validMicroserviceSpec);
    expect(run).toMatchObject({ state: 'Succeeded', violations: [] });
  });

  it.each(standardsViolations)(
    'should blame $path for $rule',
    async violation => {
      const { rule, severity, path, message } = violation;
      const run = await order('Microservice', breakStandards(violation));
      const found = run.violations.map(other => `${other.rule} ${other.path}`);
      expect([...new Set(found)]).toEqual([`${rule} ${path}`]);
      expect(run.violations[0]).toMatchObject({
        policy: 'company-standards',
        severity,
        message: expect.stringContaining(message),
      });
    },
  );

  it.each(standardsViolations.filter(({ severity }) => severity === 'error'))(
    'should deliver nothing of what breaks $rule',
    async violation => {
      const run = await order('Microservice', breakStandards(violation));
      expect(run.state).toBe('Failed');
      expect(run.message).toContain(violation.message);
      expect(run.files.size).toBe(0);
    },
  );

  it('should deliver what only warrants a warning', async () => {
    const warnings = standardsViolations.filter(
      ({ severity }) => severity === 'warning',
    );
    expect(warnings).toHaveLength(1);
    const run = await order('Microservice', breakStandards(warnings[0]));
    expect(run.state).toBe('Succeeded');
    expect(run.files.size).toBeGreaterThan(0);
  });

  it('should name each violation when there are many', async () => {
    const run = await order('Microservice', {
      ...validMicroserviceSpec,
      image: 'docker.io/library/nginx:latest',
      security: { runAsUser: 0 },
      alerts: {},
    });
    expect(run.violations.map(({ rule }) => rule)).toEqual([
      'company-registry',
      'pinned-image',
      'not-root',
      'alerts-have-a-contact',
    ]);
  });

  it('should be kept by whatever keeps them', async () => {
    await fc.assert(
      fc.asyncProperty(microserviceSpecs, async spec => {
        const run = await order('Microservice', spec);
        expect(
          run.violations.filter(({ severity }) => severity === 'error'),
        ).toEqual([]);
        expect(run.state).toBe('Succeeded');
      }),
      { numRuns: 30, seed: 11 },
    );
  }, 60_000);

  it('should be held against monitoring that is ordered on its own', async () => {
    const spec = {
      service: 'checkout',
      namespace: 'checkout-dev',
      owner: 'web',
      costCenter: 'cc-1042',
    };
    const run = await order('Monitoring', spec);
    expect(run.violations).toMatchObject([
      { rule: 'alert-has-a-contact', path: 'spec.contact' },
    ]);
    const insecure = await order('Monitoring', {
      ...spec,
      contact: '#web',
      runbooks: 'http://runbooks.example.com',
    });
    expect(insecure.violations).toMatchObject([
      { rule: 'alert-has-a-runbook', path: 'spec.runbooks' },
    ]);
  });

  it('should have a way to break each rule, but those that templates keep by themselves', () => {
    const broken = new Set(standardsViolations.map(({ rule }) => rule));
    expect(
      rules.map(({ name }) => name).filter(name => !broken.has(name)),
    ).toEqual([
      'owner-label',
      'no-host-access',
      'alert-has-a-contact',
      'alert-has-a-runbook',
    ]);
  });

  it('should be in the docs, rule by rule', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/reference/golden-path.md'),
      'utf8',
    ).split('## Company standards')[1];
    const documented = [
      ...page.matchAll(/^\| `([a-z-]+)` +\| [^|]+ \|[^|]*\|$/gm),
    ].map(match => match[1]);
    expect(documented).toEqual(rules.map(({ name }) => name));
  });
});
