import { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import type { JsonObject } from '@promissory/plugin-promises-common';
import fc from 'fast-check';
import { checkAlerts, hasPromtool } from './__testUtils__/checkAlerts';
import { checkBuiltIns } from './__testUtils__/checkBuiltIns';
import { checkCustomResource } from './__testUtils__/checkCustomResource';
import { deliver } from './__testUtils__/deliver';
import { documentsOf, judge } from './__testUtils__/judge';
import {
  microserviceSpecs,
  serviceNames,
} from './__testUtils__/microserviceSpecs';
import { readPromises } from './__testUtils__/readPromises';
import { readPhases, readRequests } from './__testUtils__/readRequests';
import { readSchemas } from './__testUtils__/readSchemas';

// A worker thread starts, and loads its function, with the first order.
jest.setTimeout(60_000);

const promises = readPromises();
const runner = FunctionRunner.create({ threads: 1 });
afterAll(() => runner.stop());

const dependencies = [...promises.values()].flatMap(
  ({ definition }) => definition.spec.dependencies ?? [],
) as readonly JsonObject[];
const schemas = readSchemas([
  ...[...promises.values()].flatMap(({ definition }) =>
    definition.spec.api ? [definition.spec.api as JsonObject] : [],
  ),
  ...dependencies.filter(({ kind }) => kind === 'CompositeResourceDefinition'),
]);

const microservice = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'platform.promissory.io/v1alpha1',
  kind: 'Microservice',
  metadata: { name, namespace: 'default' },
  spec,
});

async function render(request: JsonObject): Promise<readonly JsonObject[]> {
  return documentsOf((await deliver(request, { promises, runner })).files);
}

const ofKind = (documents: readonly JsonObject[], kind: string) =>
  documents.filter(document => document.kind === kind);

/** Rendered once: what the examples order, and what anybody might. */
let examples: readonly JsonObject[] = [];
let generated: readonly JsonObject[] = [];

beforeAll(async () => {
  const requests = readPhases().flatMap(readRequests);
  examples = (await Promise.all(requests.map(render))).flat();
  const orders = fc.sample(fc.tuple(serviceNames, microserviceSpecs), {
    numRuns: 30,
    seed: 7,
  });
  generated = (
    await Promise.all(
      orders.map(([name, spec]) => render(microservice(name, spec))),
    )
  ).flat();
}, 120_000);

describe('rendered files', () => {
  it.each(['examples', 'generated'])(
    'should be what their tools take (%s)',
    async which => {
      const documents = which === 'examples' ? examples : generated;
      expect(documents.length).toBeGreaterThan(50);
      expect(await judge(documents, schemas)).toEqual([]);
    },
    120_000,
  );

  it('should be of all kinds that the golden path names', () => {
    expect([...new Set(examples.map(({ kind }) => kind))].sort()).toEqual([
      'Application',
      'CiPipeline',
      'Component',
      'ConfigMap',
      'Deployment',
      'HTTPRoute',
      'HorizontalPodAutoscaler',
      'LimitRange',
      'Monitoring',
      'Namespace',
      'NetworkPolicies',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'PostgreSQL',
      'PostgreSQLInstance',
      'PrometheusRule',
      'Resource',
      'ResourceQuota',
      'RoleBinding',
      'Service',
      'ServiceAccount',
      'ServiceMonitor',
      'WorkflowEventBinding',
      'WorkflowTemplate',
    ]);
  });

  it('should not pass with a field that their tools do not know', () => {
    const [deployment] = ofKind(examples, 'Deployment');
    const [route] = ofKind(examples, 'HTTPRoute');
    const spec = (document: JsonObject, more: JsonObject) => ({
      ...document,
      spec: { ...(document.spec as JsonObject), ...more },
    });
    expect(checkBuiltIns([spec(deployment, { replica: 2 })])).toEqual([
      expect.stringMatching(/replica.* does not exist in type/),
    ]);
    expect(checkBuiltIns([spec(deployment, { minReadySeconds: '2' })])).toEqual(
      [expect.stringContaining("'string' is not assignable to type 'number'")],
    );
    expect(
      checkCustomResource(
        schemas.get('gateway.networking.k8s.io/v1 HTTPRoute')!,
        spec(route, { hostname: 'a' }),
      ),
    ).toEqual(['spec.hostname: unknown field']);
  }, 60_000);

  it('should hold in static dependencies what their tools take', async () => {
    expect(await judge(dependencies, schemas)).toEqual([]);
  });
});

describe('alerts', () => {
  it('should be what promtool takes', async () => {
    if (!(await hasPromtool())) {
      if (process.env.CI === 'true') {
        throw new Error('promtool is needed: apt-get install prometheus');
      }
      console.warn('skipped: no promtool; apt-get install prometheus');
      return;
    }
    const rules = ofKind([...examples, ...generated], 'PrometheusRule');
    expect(rules.length).toBeGreaterThan(30);
    expect(await checkAlerts(rules)).toBeUndefined();
    const [{ spec, ...rest }] = rules;
    const broken = JSON.parse(
      JSON.stringify(spec).replace('0.99, sum', '0.99 sum'),
    );
    expect(await checkAlerts([{ ...rest, spec: broken }])).toContain(
      'parse error',
    );
  }, 60_000);

  it('should be for each golden signal, with a summary, a runbook and a contact', () => {
    for (const { spec } of ofKind(examples, 'PrometheusRule')) {
      const { groups } = spec as {
        groups: Array<{ rules: Array<Record<string, Record<string, string>>> }>;
      };
      const rules = groups.flatMap(group => group.rules);
      expect(rules.map(({ alert }) => alert)).toEqual([
        'LatencyHigh',
        'TrafficAbsent',
        'ErrorsHigh',
        'MemorySaturated',
        'CpuSaturated',
        'PodsUnavailable',
      ]);
      for (const { alert, labels, annotations } of rules) {
        expect(annotations.summary).toContain('checkout');
        expect(annotations.runbook_url).toBe(
          `https://runbooks.example.com/${alert}`,
        );
        expect(labels.contact).toBe('web@example.com');
      }
    }
  });
});

describe('dashboards', () => {
  it('should be JSON with a panel for each golden signal', () => {
    const dashboards = ofKind(examples, 'ConfigMap');
    expect(dashboards).toHaveLength(3);
    for (const { data } of dashboards) {
      const { panels } = JSON.parse(
        (data as Record<string, string>)['checkout.json'],
      );
      expect(panels.map(({ title }: { title: string }) => title)).toEqual([
        'Latency',
        'Traffic',
        'Errors',
        'Saturation',
      ]);
    }
  });
});
