import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The metrics that the platform's alerts and dashboard read, with OpenTelemetry's names. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Seconds from a request to the end of its answer',
    labelNames: [
      'http_request_method',
      'http_route',
      'http_response_status_code',
    ],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return { registry, duration };
}
