import type { StructuralSchema } from '@promissory/plugin-promises-common';
import { createFormStore } from '../createFormStore';
import type { FormStore } from './FormStore';

const spec: StructuralSchema = {
  type: 'object',
  required: ['name', 'network'],
  properties: {
    name: { type: 'string', minLength: 3 },
    replicas: { type: 'integer', minimum: 1, default: 3 },
    network: {
      type: 'object',
      properties: { mode: { type: 'string', default: 'private' } },
    },
    quota: {
      type: 'object',
      default: { cpu: '2', memory: '4Gi' },
      properties: { cpu: { type: 'string' }, memory: { type: 'string' } },
    },
    hosts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 2 } },
      },
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

function open(value?: Record<string, unknown>): FormStore {
  const store = createFormStore({
    schema: { type: 'object', properties: { spec } },
    value,
  });
  if (!store) {
    throw new Error('The schema has a spec');
  }
  return store;
}

const follow = (store: FormStore, ...paths: string[]) => {
  const told: string[] = [];
  paths.forEach(path => store.subscribe(path, () => told.push(path)));
  return told;
};

describe('FormStore', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('begins with what is required of objects, and nothing else', () => {
    expect(open().value()).toEqual({ network: {} });
    expect(open({ name: 'abc' }).value()).toEqual({ name: 'abc', network: {} });
  });

  it('tells a field and the sections around it of a key press, nobody else', () => {
    const store = open();
    const told = follow(
      store,
      'spec',
      'spec.name',
      'spec.network',
      'spec.network.mode',
      'spec.replicas',
    );
    store.set(['spec', 'network', 'mode'], 'p');
    expect(told).toEqual(['spec.network.mode', 'spec.network', 'spec']);
  });

  it('keeps the rest of an object that the server fills in when one field of it is written', () => {
    const store = open({ name: 'abc' });
    store.set(['spec', 'quota', 'cpu'], '8');
    expect(store.value()).toMatchObject({
      quota: { cpu: '8', memory: '4Gi' },
    });
  });

  describe('errors', () => {
    it('are hidden until the person has been at the field', () => {
      const store = open({ name: 'a' });
      expect(store.errorsAt('spec.name')).toEqual([]);
      store.touch(['spec', 'name']);
      expect(store.errorsAt('spec.name')).toHaveLength(1);
    });

    it('come after the key press, and only to who they are about', () => {
      const store = open({ name: 'abc' });
      store.touch(['spec', 'name']);
      const told = follow(store, 'spec.name', 'spec.replicas');
      store.set(['spec', 'name'], 'a');
      told.length = 0;
      expect(store.errorsAt('spec.name')).toEqual([]);
      jest.runAllTimers();
      expect(told).toEqual(['spec.name']);
      expect(store.errorsAt('spec.name')).toHaveLength(1);
    });

    it('are all shown after an attempt to send', () => {
      const store = open({ replicas: 0 });
      expect(store.visibleErrors()).toEqual([]);
      const { errors } = store.submit();
      expect(errors.map(({ path }) => path).sort()).toEqual([
        'spec.name',
        'spec.replicas',
      ]);
      expect(store.visibleErrors()).toHaveLength(2);
      expect(store.errorsAt('spec.name')).toHaveLength(1);
    });

    it('stay the same array until they change', () => {
      const store = open();
      store.submit();
      expect(store.errorsAt('spec.name')).toBe(store.errorsAt('spec.name'));
      expect(store.errorsBelow('spec')).toBe(store.errorsBelow('spec'));
    });

    it('that the server finds too are shown once', () => {
      const store = open({ name: 'a' });
      store.touch(['spec', 'name']);
      const [message] = store.errorsAt('spec.name');
      store.setServerErrors([
        { path: 'spec.name', reason: 'Invalid', message },
      ]);
      expect(store.errorsAt('spec.name')).toEqual([message]);
    });

    it('of the server are shown at once and go when their field is changed', () => {
      const store = open({ name: 'abc' });
      const error = { reason: 'Invalid', message: 'is sold out' };
      store.setServerErrors([
        { path: 'spec.name', ...error },
        { path: 'spec.replicas', ...error },
      ]);
      expect(store.errorsAt('spec.name')).toEqual(['is sold out']);
      store.set(['spec', 'name'], 'abcd');
      expect(store.errorsAt('spec.name')).toEqual([]);
      expect(store.visibleErrors().map(({ path }) => path)).toEqual([
        'spec.replicas',
      ]);
    });

    it('leave warnings apart: they are shown, keep nobody from sending and go when their field is changed', () => {
      const store = open({ name: 'abc' });
      const warnings = [
        { path: 'spec.name', reason: 'Policy', message: 'is short' },
      ];
      store.setWarnings(warnings);
      expect(store.warningsAt('spec.name')).toEqual(['is short']);
      expect(store.errorsAt('spec.name')).toEqual([]);
      expect(store.visibleErrors()).toEqual([]);
      expect(store.submit().errors).toEqual([]);
      store.set(['spec', 'name'], 'abcd');
      expect(store.warningsAt('spec.name')).toEqual([]);
    });
  });

  it('cannot be sent while text stands that is not a value', () => {
    const store = open({ name: 'abc' });
    expect(store.submit().errors).toEqual([]);
    store.setDraft(['spec', 'replicas'], { text: '-', message: 'no number' });
    expect(store.submit().errors).toMatchObject([
      { path: 'spec.replicas', message: 'no number' },
    ]);
    store.set(['spec', 'replicas'], 2);
    expect(store.submit()).toEqual({
      value: { name: 'abc', network: {}, replicas: 2 },
      errors: [],
    });
  });

  describe('lists', () => {
    const withHosts = () => {
      const store = open({
        name: 'abc',
        hosts: [{ name: 'a' }, { name: 'bb' }, { name: 'cc' }],
      });
      store.touch(['spec', 'hosts', 0, 'name']);
      store.setDraft(['spec', 'hosts', 2, 'name'], {
        text: 'x',
        message: 'draft',
      });
      return store;
    };
    const names = (store: FormStore) =>
      (store.value() as { hosts: Array<{ name: string }> }).hosts.map(
        ({ name }) => name,
      );

    it('move an entry with what is known of it', () => {
      const store = withHosts();
      store.moveItem(['spec', 'hosts'], 0, 1);
      jest.runAllTimers();
      expect(names(store)).toEqual(['bb', 'a', 'cc']);
      expect(store.errorsAt('spec.hosts[1].name')).toHaveLength(1);
      expect(store.errorsAt('spec.hosts[0].name')).toEqual([]);
      expect(store.draftAt('spec.hosts[2].name')?.text).toBe('x');
    });

    it('remove an entry with what is known of it', () => {
      const store = withHosts();
      store.removeItem(['spec', 'hosts'], 0);
      jest.runAllTimers();
      expect(names(store)).toEqual(['bb', 'cc']);
      expect(store.errorsAt('spec.hosts[0].name')).toEqual([]);
      expect(store.draftAt('spec.hosts[1].name')?.text).toBe('x');
      store.removeItem(['spec', 'hosts'], 1);
      expect(store.draftAt('spec.hosts[1].name')).toBeUndefined();
      expect(store.submit().errors).toEqual([]);
    });
  });

  describe('maps', () => {
    const labels = ['spec', 'labels'];

    it('keep a row without a key, but do not send it', () => {
      const store = open({ name: 'abc', labels: { a: '1' } });
      const key = store.insertEntry(labels, 'x');
      expect(store.valueAt([...labels, key])).toBe('x');
      expect(store.value()).toMatchObject({ labels: { a: '1' } });
      expect(store.submit().errors).toHaveLength(1);
      const renamed = store.renameEntry(labels, key, 'b');
      expect(renamed).toBe('b');
      expect(store.submit()).toMatchObject({
        value: { labels: { a: '1', b: 'x' } },
        errors: [],
      });
    });

    it('keep a row whose key is taken until it has another', () => {
      const store = open({ name: 'abc', labels: { a: '1', b: '2' } });
      const taken = store.renameEntry(labels, 'b', 'a');
      expect(store.value()).toMatchObject({ labels: { a: '1' } });
      expect(store.submit().errors).toMatchObject([
        { message: 'The key a is there already' },
      ]);
      store.renameEntry(labels, taken, 'c');
      expect(store.submit()).toMatchObject({
        value: { labels: { a: '1', c: '2' } },
        errors: [],
      });
    });

    it('forget a row that is removed', () => {
      const store = open({ name: 'abc' });
      const key = store.insertEntry(labels, 'x');
      store.remove([...labels, key]);
      expect(store.submit().errors).toEqual([]);
    });
  });
});
