import { findFileFault } from './findFileFault';
import { readLocationFault } from './readLocationFault';

const location = (spec: object, ...messages: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: 'generated-1' },
  spec: { ...spec },
  status: {
    items: messages.map(message => ({
      type: 'backstage.io/catalog-processing',
      level: 'error',
      message,
      error: { name: 'Error', message },
    })),
  },
});

describe('findFileFault', () => {
  it.each([
    [
      'of the one file of a location, whatever the text says',
      { type: 'file', target: '/p/a.yaml' },
      'Error: Expected object at root, got string',
      'file:/p/a.yaml',
      true,
    ],
    [
      'of one file of many, by its name in the text',
      { type: 'url', targets: ['https://x/a.yaml', 'https://x/b.yaml'] },
      'Error: YAML error at url:https://x/b.yaml, YAMLParseError: bad',
      'url:https://x/b.yaml',
      true,
    ],
    [
      'of a file that a pattern found',
      { type: 'file', target: '/p/*.yaml' },
      'Error: YAML error at file:/p/a.yaml, YAMLParseError: bad',
      'file:/p/a.yaml',
      true,
    ],
    [
      'but not of a neighbour',
      { type: 'url', targets: ['https://x/a.yaml', 'https://x/b.yaml'] },
      'Error: YAML error at url:https://x/b.yaml, YAMLParseError: bad',
      'url:https://x/a.yaml',
      false,
    ],
    [
      'but not of a file whose address is the beginning of another',
      { type: 'file', target: '/p/*' },
      'Error: YAML error at file:/p/a.yaml.old, YAMLParseError: bad',
      'file:/p/a.yaml',
      false,
    ],
  ])('is the fault %s', (_, spec, message, file, expected) => {
    const fault = readLocationFault(location(spec, message));
    expect(findFileFault(fault ? [fault] : [], file)).toBe(
      expected ? message : undefined,
    );
  });

  it('is nothing where the location was read, or the file is not known', () => {
    const spec = { type: 'file', target: '/p/a.yaml' };
    expect(readLocationFault(location(spec))).toBeUndefined();
    const fault = readLocationFault(location(spec, 'Error: bad'));
    expect(findFileFault([fault!], undefined)).toBeUndefined();
  });
});
