import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { until } from './startPromises';

/** Whether Prometheus is on this machine. */
export function hasPrometheus(): boolean {
  return spawnSync('prometheus', ['--version']).status === 0;
}

/** A Prometheus that scrapes one port of this machine each second and evaluates rules as often. */
export class PrometheusServer {
  static async start(options: {
    readonly scrape: number;
    readonly rules: JsonObject;
  }): Promise<PrometheusServer> {
    const directory = await mkdtemp(join(tmpdir(), 'promissory-prometheus-'));
    const port = await findFreePort();
    await writeFile(join(directory, 'rules.yaml'), stringify(options.rules));
    await writeFile(
      join(directory, 'prometheus.yaml'),
      stringify({
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        rule_files: ['rules.yaml'],
        scrape_configs: [
          {
            job_name: 'backstage',
            static_configs: [{ targets: [`127.0.0.1:${options.scrape}`] }],
            scrape_timeout: '1s',
          },
        ],
      }),
    );
    const process = spawn(
      'prometheus',
      [
        `--config.file=${join(directory, 'prometheus.yaml')}`,
        `--storage.tsdb.path=${join(directory, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    const server = new PrometheusServer({ directory, port, process });
    await until(() => server.#isReady(), 20_000);
    return server;
  }

  readonly #directory: string;
  readonly #url: string;
  readonly #process: ChildProcess;

  private constructor(options: {
    readonly directory: string;
    readonly port: number;
    readonly process: ChildProcess;
  }) {
    this.#directory = options.directory;
    this.#url = `http://127.0.0.1:${options.port}`;
    this.#process = options.process;
  }

  /** Names of the alerts that fire now, each once, in order. */
  async firing(): Promise<string[]> {
    const response = await fetch(`${this.#url}/api/v1/alerts`);
    const { data } = (await response.json()) as {
      data: {
        alerts: Array<{ labels: { alertname: string }; state: string }>;
      };
    };
    const names = data.alerts
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => labels.alertname);
    return [...new Set(names)].sort();
  }

  /** How many series an expression has now. */
  async count(expression: string): Promise<number> {
    const query = new URLSearchParams({ query: expression });
    const response = await fetch(`${this.#url}/api/v1/query?${query}`);
    const { data } = (await response.json()) as {
      data: { result: unknown[] };
    };
    return data.result.length;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #isReady(): Promise<boolean> {
    return fetch(`${this.#url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
