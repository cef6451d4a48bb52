import type {
  JsonObject,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { promiseOf } from '../__testUtils__/promiseOf';
import { servedSpec } from './servedSpec';

/** A Promise with an API whose spec has these properties. */
function promiseWith(properties: JsonObject): PromiseDefinition {
  const definition = structuredClone(promiseOf());
  const api = definition.spec.api as {
    spec: { versions: Array<{ schema: JsonObject }> };
  };
  api.spec.versions[0].schema.openAPIV3Schema = {
    type: 'object',
    properties: { spec: { type: 'object', properties } },
  };
  return definition;
}

const size = { type: 'string' };

describe('servedSpec', () => {
  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'what nothing changed for',
      { size },
      { size: 'small' },
      { size: 'small' },
    ],
    [
      'a field that came with a default',
      { size, replicas: { type: 'integer', default: 1 } },
      { size: 'small' },
      { size: 'small', replicas: 1 },
    ],
    [
      'a value that was chosen before the default changed',
      { size: { ...size, default: 'large' } },
      { size: 'small' },
      { size: 'small' },
    ],
    [
      'a field that went',
      { size },
      { size: 'small', colour: 'red' },
      { size: 'small' },
    ],
  ])('%s', (_, properties, stored, served) => {
    const before = structuredClone(stored);
    expect(servedSpec(stored, promiseWith(properties))).toEqual(served);
    expect(stored).toEqual(before);
  });

  it('leaves a spec alone where no definition is known', () => {
    expect(servedSpec({ size: 'small' }, undefined)).toEqual({ size: 'small' });
  });
});
