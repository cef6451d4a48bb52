import { placeViolations } from './placeViolations';

describe('placeViolations', () => {
  it('sends errors and warnings to their fields, and keeps what has none', () => {
    const error = { rule: 'a', severity: 'error' as const, message: 'A' };
    const warning = { rule: 'b', severity: 'warning' as const, message: 'B' };
    const whole = { ...error, document: 'Deployment shop/orders' };
    const labels = { ...error, path: 'metadata.labels' };
    expect(
      placeViolations([
        { ...error, path: 'spec.replicas' },
        { ...warning, path: 'spec.hosts[0]' },
        whole,
        labels,
      ]),
    ).toEqual({
      errors: [
        { path: 'spec.replicas', reason: 'PolicyViolation', message: 'A' },
      ],
      warnings: [
        { path: 'spec.hosts[0]', reason: 'PolicyViolation', message: 'B' },
      ],
      other: [whole, labels],
    });
  });
});
