import {
  parsePromise,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type {
  PipelineRunner,
  RunnerName,
} from '@promissory/plugin-promises-node';
import { promiseDocument } from '../__testUtils__/fixtures';
import { DefinitionCache } from './DefinitionCache';
import { describePipelines, describeRunner } from './describeRunner';

function runner(name: RunnerName, images: readonly string[]): PipelineRunner {
  return {
    name,
    verdict: pipeline =>
      pipeline.spec.containers.every(({ image }) => images.includes(image))
        ? { canRun: true }
        : { canRun: false, reason: `${name} cannot`, remedy: `Add ${name}.` },
    run: async () => {
      throw new Error('Nothing is run here');
    },
    stop: async () => {},
  };
}

function definition(image: string): PromiseDefinition {
  const { definition: parsed } = parsePromise(promiseDocument({ image }));
  if (!parsed) throw new Error('The fixture is no Promise');
  return parsed;
}

describe('describeRunner', () => {
  const runners = [runner('function', ['a']), runner('container', ['a', 'b'])];

  it.each([
    ['a', { available: true, name: 'function' }],
    ['b', { available: true, name: 'container' }],
    [
      'c',
      {
        available: false,
        missing: 'Pipeline make: container cannot',
        remedy: 'Add container.',
      },
    ],
  ])('finds who can run image %s', (image, expected) => {
    expect(describeRunner(definition(image), runners)).toEqual(expected);
  });

  it('tells of each pipeline with its containers', () => {
    expect(describePipelines(definition('b'), runners)).toEqual([
      {
        name: 'make',
        action: 'configure',
        runner: { available: true, name: 'container' },
        containers: [{ name: 'render', image: 'b' }],
      },
    ]);
  });

  it('says what is missing where no runner is installed', () => {
    expect(describeRunner(definition('a'), [])).toMatchObject({
      available: false,
      missing: expect.stringContaining('No runner is installed'),
    });
  });
});

describe('DefinitionCache', () => {
  it('works each definition out once, and forgets the oldest', () => {
    const cache = DefinitionCache.create({ runners: [] });
    const first = cache.compile('0', definition('a'));
    expect(first?.api).toMatchObject({ group: 'example.com', kind: 'Db' });
    expect(cache.compile('0', definition('b'))).toBe(first);
    for (let n = 1; n <= 200; n += 1) cache.compile(`${n}`, definition('a'));
    expect(cache.compile('0', definition('a'))).not.toBe(first);
    expect(cache.knownRunner('0')).toBeUndefined();
    const info = cache.runner('0', definition('a'));
    expect(cache.knownRunner('0')).toBe(info);
  });
});
