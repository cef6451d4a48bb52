import { createFormStore } from './createFormStore';

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'integer', minimum: 1 },
        name: { type: 'string', default: 'x' },
      },
    },
  },
};

describe('createFormStore', () => {
  it('asks for nothing but the spec: name, kind and metadata come later', () => {
    const store = createFormStore({
      schema: { ...schema, required: ['spec'] },
      value: { size: 1 },
    });
    expect(store?.submit()).toEqual({ value: { size: 1 }, errors: [] });
  });

  it('judges as admission does, again and again', () => {
    const store = createFormStore({ schema });
    expect(store?.submit().errors.map(({ path }) => path)).toEqual([
      'spec.size',
    ]);
    store?.set(['spec', 'size'], 0);
    expect(store?.submit().errors.map(({ reason }) => reason)).toEqual([
      'FieldValueInvalid',
    ]);
    store?.set(['spec', 'size'], 2);
    expect(store?.submit().errors).toEqual([]);
    store?.dispose();
  });

  it('has no form where the schema knows no spec', () => {
    expect(createFormStore({ schema: { type: 'object' } })).toBeUndefined();
  });
});
