import { remapPath } from './remapPath';

describe('remapPath', () => {
  const swap = (entry: string) => ({ '[0]': '[1]', '[1]': '[0]' }[entry]);

  it.each([
    ['spec.hosts[0].name', 'spec.hosts[1].name'],
    ['spec.hosts[1]', 'spec.hosts[0]'],
    ['spec.hosts[2]', undefined],
    ['spec.hosts', 'spec.hosts'],
    ['spec.hostsmore[0]', 'spec.hostsmore[0]'],
    ['spec.name', 'spec.name'],
  ])('%s becomes %s', (path, expected) => {
    expect(remapPath(path, 'spec.hosts', ['[0]', '[1]', '[2]'], swap)).toBe(
      expected,
    );
  });

  it.each([
    ['spec.labels.a', 'spec.labels.z'],
    ['spec.labels.a#key', 'spec.labels.z#key'],
    ['spec.labels.a.deep', 'spec.labels.z.deep'],
    ['spec.labels.ab', 'spec.labels.ab'],
  ])('%s becomes %s', (path, expected) => {
    expect(remapPath(path, 'spec.labels', ['.a'], () => '.z')).toBe(expected);
  });
});
