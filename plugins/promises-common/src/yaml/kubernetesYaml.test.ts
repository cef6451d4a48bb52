import { parse } from 'yaml';
import { KUBERNETES_YAML } from './kubernetesYaml';

describe('KUBERNETES_YAML', () => {
  it.each<[string, unknown]>([
    ['yes', true],
    ['off', false],
    ['0o17', '0o17'],
    ['017', 15],
    ['2026-01-01', '2026-01-01'],
    ['12:30:45', '12:30:45'],
    ['"yes"', 'yes'],
  ])('reads %s', (text, value) => {
    expect(parse(text, KUBERNETES_YAML)).toEqual(value);
  });
});
