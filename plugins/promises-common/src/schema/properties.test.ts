import fc from 'fast-check';
import { minimalObject } from '../form';
import type { JsonObject } from '../kratix';
import { checkSchema, compileSchema } from '.';
import {
  arbitrarySchema,
  arbitraryValue,
} from './__testUtils__/arbitrarySchema';
import type { StructuralSchema } from './types';

const METADATA = { metadata: { name: 'example' } };
const withSpec = (spec: StructuralSchema) => ({
  type: 'object' as const,
  properties: { spec },
});
const objectOf = (spec: unknown): JsonObject => ({ ...METADATA, spec });
const runs = { numRuns: 400 };

describe('schema semantics', () => {
  it('prunes and defaults the same way twice', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitraryValue, (spec, value) => {
        const compiled = compileSchema(withSpec(spec));
        const pruned = compiled.prune(objectOf(value));
        expect(compiled.prune(pruned)).toEqual(pruned);
        const filled = compiled.applyDefaults(pruned);
        expect(compiled.applyDefaults(filled)).toEqual(filled);
      }),
      runs,
    );
  });

  it('leaves its argument alone', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitraryValue, (spec, value) => {
        const compiled = compileSchema(withSpec(spec));
        const object = objectOf(value);
        const before = structuredClone(object);
        compiled.validate(compiled.applyDefaults(compiled.prune(object)));
        expect(object).toEqual(before);
      }),
      runs,
    );
  });

  it('misses nothing and finds no wrong type in a minimal object', () => {
    fc.assert(
      fc.property(arbitrarySchema, spec => {
        const schema = withSpec(spec);
        fc.pre(spec.type === 'object');
        // What the API server refuses at the definition never meets an object, nor does what nobody can fill in.
        fc.pre(
          checkSchema(schema).every(({ severity }) => severity !== 'error'),
        );
        fc.pre(isFillable(spec));
        const compiled = compileSchema(schema);
        const filled = compiled.applyDefaults(objectOf(minimalObject(spec)));
        const reasons = compiled
          .violations(filled)
          .filter(({ field }) => field !== '<nil>')
          .map(({ reason, message }) => `${reason} ${message}`);
        expect(
          reasons.filter(reason =>
            /^FieldValue(?:Required|NotSupported)|must be of type/.test(reason),
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('finds the same while an object is edited as in the whole object', () => {
    fc.assert(
      fc.property(
        arbitrarySchema,
        fc.array(arbitraryValue, { minLength: 2, maxLength: 5 }),
        fc.option(arbitraryValue, { nil: undefined }),
        (spec, values, old) => {
          const compiled = compileSchema(withSpec(spec));
          const oldObject = old === undefined ? undefined : objectOf(old);
          const validator = compiled.createIncrementalValidator({ oldObject });
          // Back and forth, so that what was kept is used and given up.
          for (const value of [...values, ...values.toReversed()]) {
            const object = objectOf(value);
            const filled = compiled.applyDefaults(compiled.prune(object));
            expect(validator.validate(object)).toEqual(
              compiled.validate(filled, { oldObject }),
            );
          }
        },
      ),
      runs,
    );
  });

  it('evaluates only what a change can matter to', () => {
    const seen: string[] = [];
    const child = { type: 'object', properties: { n: { type: 'integer' } } };
    const compiled = compileSchema(
      withSpec({
        type: 'object',
        properties: { a: child, b: child } as StructuralSchema['properties'],
      }),
    );
    const validator = compiled.createIncrementalValidator();
    const watch = (name: string, n: unknown) => ({
      get n() {
        seen.push(name);
        return n;
      },
    });
    const a = watch('a', 1);
    validator.validate(objectOf({ a, b: watch('b', 1) }));
    const first = seen.filter(name => name === 'a').length;
    validator.validate(objectOf({ a, b: { n: 'x' } }));
    const second = seen.filter(name => name === 'a').length - first;
    expect(second).toBeLessThan(first);
  });
});

/** Whether everything that is required is declared, so that it is not pruned, and of a type that has a placeholder. */
function isFillable(schema: StructuralSchema): boolean {
  const { properties = {}, required = [], items, minItems = 0 } = schema;
  if (schema.anyOf || schema['x-kubernetes-preserve-unknown-fields'])
    return false;
  if (schema.default !== undefined) return false;
  return (
    required.every(key => Object.hasOwn(properties, key)) &&
    Object.values(properties).every(isFillable) &&
    (minItems === 0 || items === undefined || isFillable(items)) &&
    (schema.enum === undefined || schema.nullable !== true)
  );
}
