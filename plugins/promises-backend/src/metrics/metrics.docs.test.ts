import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { parse, stringify } from 'yaml';
import { until } from '../__testUtils__/startPromises';
import { createEngineObserver } from './createEngineObserver';
import { METRICS, prometheusName, type MetricDescription } from './metricTable';
import { observeGauges } from './observeGauges';

jest.setTimeout(60_000);

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const all: MetricDescription[] = Object.values(METRICS);

/** Every name that Prometheus has of a metric. */
const known = new Set(
  all.flatMap(metric => {
    const name = prometheusName(metric);
    return metric.kind === 'histogram'
      ? ['_bucket', '_count', '_sum'].map(end => `${name}${end}`)
      : [name];
  }),
);
const namesIn = (text: string) =>
  [...text.matchAll(/\bpromises_[a-z_]+/g)].map(([name]) => name);

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook_url: string };
}
const alerts: Rule[] = parse(
  read('deploy/observability/alerts.yaml'),
).groups.flatMap(({ rules }: { rules: Rule[] }) => rules);

const dashboard: {
  panels: Array<{ title: string; targets: Array<{ expr: string }> }>;
} = JSON.parse(read('deploy/observability/dashboard.json'));
const expressions = dashboard.panels.flatMap(({ targets }) =>
  targets.map(({ expr }) => expr),
);

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const withPromtool = hasPromtool ? describe : describe.skip;

describe('the reference of metrics', () => {
  it('lists what there is, as it is', () => {
    const rows = read('docs/reference/metrics.md')
      .split('\n')
      .filter(line => line.startsWith('| `promises.'))
      .map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim()),
      );
    expect(rows).toEqual(
      all.map(metric => [
        `\`${metric.name}\``,
        `\`${prometheusName(metric)}\``,
        metric.kind,
        `\`${metric.unit}\``,
        metric.labels.map(label => `\`${label}\``).join(', '),
        metric.scope,
        metric.description,
      ]),
    );
  });

  it('is of what is registered', () => {
    const metrics = metricsServiceMock.mock();
    createEngineObserver(metrics);
    const instrument = { addCallback: jest.fn(), removeCallback: jest.fn() };
    metrics.createObservableCounter.mockReturnValue(instrument);
    metrics.createObservableGauge.mockReturnValue(instrument);
    const end = observeGauges({
      metrics,
      engine: {
        health: { ready: true, loops: [] },
        readGauges: () => Promise.reject(new Error('not asked')),
      },
      streams: { size: 0 },
      logger: mockServices.logger.mock(),
      now: () => new Date(0),
    });
    const registered = [
      metrics.createCounter,
      metrics.createHistogram,
      metrics.createObservableCounter,
      metrics.createObservableGauge,
    ].flatMap(create => create.mock.calls.map(([name]) => name));
    expect([...registered].sort()).toEqual(all.map(({ name }) => name).sort());
    end();
    expect(instrument.removeCallback.mock.calls).toEqual(
      instrument.addCallback.mock.calls,
    );
  });
});

describe('alerts', () => {
  it.each(alerts.map(alert => [alert.alert, alert] as const))(
    '%s asks for metrics that there are, and has its section in the runbook',
    (name, { expr, annotations }) => {
      expect(namesIn(expr).filter(metric => !known.has(metric))).toEqual([]);
      expect(annotations.runbook_url).toMatch(
        new RegExp(`/docs/how-to/runbook.md#${name.toLocaleLowerCase('en')}$`),
      );
      expect(read('docs/how-to/runbook.md')).toContain(`\n## ${name}\n`);
    },
  );

  it('are all that the runbook has', () => {
    const sections = [
      ...read('docs/how-to/runbook.md').matchAll(/^## (.+)$/gm),
    ].map(([, title]) => title);
    expect(sections).toEqual(alerts.map(({ alert }) => alert));
  });
});

describe('the dashboard', () => {
  it('asks for metrics that there are, and for each of them', () => {
    const asked = namesIn(expressions.join('\n'));
    expect(asked.filter(name => !known.has(name))).toEqual([]);
    const missing = all
      .map(prometheusName)
      .filter(name => !asked.some(each => each.startsWith(name)));
    expect(missing).toEqual([]);
  });
});

withPromtool('promtool', () => {
  it('understands the alerts, and that they fire when they should', () => {
    const folder = join(root, 'deploy/observability');
    const promtool = (...args: string[]) =>
      execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    expect(
      promtool('check', 'rules', '--lint=all', '--lint-fatal', 'alerts.yaml'),
    ).toContain('SUCCESS');
    expect(promtool('test', 'rules', 'alerts.test.yaml')).toContain('SUCCESS');
  });

  it('understands the expressions of the dashboard', () => {
    const folder = mkdtempSync(join(tmpdir(), 'promissory-dashboard-'));
    const file = join(folder, 'rules.yaml');
    const rules = expressions.map((expr, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll('$__rate_interval', '1m'),
    }));
    writeFileSync(file, stringify({ groups: [{ name: 'panels', rules }] }));
    try {
      expect(
        execFileSync('promtool', ['check', 'rules', file], {
          encoding: 'utf8',
        }),
      ).toContain(`${expressions.length} rules found`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the instrumentation of the guide', () => {
  it('answers what is measured, in the format of Prometheus', async () => {
    const [, code] =
      /```js\n(const \{ isMainThread[^]*?)```/.exec(
        read('docs/how-to/observe.md'),
      ) ?? [];
    // Another port than the one that something on this machine may listen on.
    const port = 20_000 + (process.pid % 20_000);
    const script = `${code.replace('9464', String(port))}
      require('@opentelemetry/api').metrics.getMeter('x').createCounter('promises.work.claims').add(2);
      setInterval(() => {}, 1_000);`;
    const child = spawn(process.execPath, ['--eval', script], {
      cwd: __dirname,
      stdio: 'ignore',
    });
    try {
      let text = '';
      await until(async () => {
        text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
          answer => answer.text(),
          () => '',
        );
        return text.includes('promises_');
      }, 30_000);
      expect(text).toMatch(/^promises_work_claims_total(\{.*\})? 2/m);
    } finally {
      child.kill();
    }
  });
});
