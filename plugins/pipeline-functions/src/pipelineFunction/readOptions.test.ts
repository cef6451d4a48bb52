import { stringify } from 'yaml';
import { readOptions } from './readOptions';
import type { FunctionInput, PipelineFunction } from './types';

const definition: PipelineFunction = {
  name: 'example',
  description: 'Has options that are named like parts of a resource.',
  optionsSchema: {
    type: 'object',
    properties: {
      kind: { type: 'integer' },
      metadata: { type: 'object', properties: { name: { type: 'string' } } },
      size: { type: 'integer', default: 3 },
    },
  },
  run: async () => ({}),
} as unknown as PipelineFunction;

const read = (options: unknown) =>
  readOptions(definition, {
    environment: { OPTIONS: stringify(options) },
  } as unknown as FunctionInput);

describe('readOptions', () => {
  it('reads options as what their schema says, not as a resource', () => {
    expect(read({ kind: 1, metadata: { name: 'Not A Name' } })).toEqual({
      kind: 1,
      metadata: { name: 'Not A Name' },
      size: 3,
    });
  });

  it.each([
    [{ size: 'x' }, /size/],
    [{ sise: 1 }, /sise: is not an option/],
  ])('refuses %j', (options, message) => {
    expect(() => read(options)).toThrow(message);
  });
});
