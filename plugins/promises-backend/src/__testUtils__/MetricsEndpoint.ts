import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** What a host sets up so that metrics can be scraped: OpenTelemetry with its exporter for Prometheus. */
export class MetricsEndpoint {
  static async start(): Promise<MetricsEndpoint> {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const provider = new MeterProvider({ readers: [exporter] });
    metrics.setGlobalMeterProvider(provider);
    const server = createServer((request, response) =>
      exporter.getMetricsRequestHandler(request, response),
    );
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new MetricsEndpoint(server, provider);
  }

  readonly port: number;
  readonly #server: Server;
  readonly #provider: MeterProvider;

  private constructor(server: Server, provider: MeterProvider) {
    this.#server = server;
    this.#provider = provider;
    this.port = (server.address() as AddressInfo).port;
  }

  /** In the format of Prometheus. */
  async scrape(): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${this.port}/metrics`);
    return response.text();
  }

  async stop(): Promise<void> {
    metrics.disable();
    await this.#provider.shutdown();
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}
