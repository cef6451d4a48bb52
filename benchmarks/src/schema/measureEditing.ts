import Ajv from 'ajv';
import { FIELDS, largeSchema, largeSpec } from './largeObject.ts';
import type { BundledLibrary } from './bundleLibrary.ts';
import { measure } from './measure.ts';

const EDITS = 500;

/** Milliseconds of validations while one field of a large object is edited. */
export interface EditingTimes {
  readonly incremental: readonly number[];
  readonly full: readonly number[];
  readonly ajv: readonly number[];
  /** Edits after which the incremental validator found something else than the full one. */
  readonly different: number;
}

/** Edits one field after the other, and validates the way a form does at each key press. */
export function measureEditing(
  { compileSchema }: BundledLibrary['library'],
  isSlow: boolean,
): EditingTimes {
  const compiled = compileSchema(largeSchema, { root: 'value' });
  const validator = compiled.createIncrementalValidator();
  const objects: Array<Record<string, unknown>> = [];
  let spec = largeSpec();
  for (let edit = 0; edit < 2 * EDITS; edit++) {
    // Every tenth is not valid.
    const text = edit % 10 === 0 ? 'Not Valid' : `edited-${edit}`;
    spec = { ...spec, [`field${(edit * 4) % FIELDS}`]: text };
    objects.push({ spec });
  }
  const validateFull = (object: Record<string, unknown>) =>
    compiled.validate(compiled.applyDefaults(compiled.prune(object)));
  // Nothing is kept, and everything is done three times: too slow on any machine.
  const validateSlowly = (object: Record<string, unknown>) =>
    [1, 2, 3].map(() => validateFull(object));
  const validate = isSlow ? validateSlowly : validator.validate;

  const incremental = measure(EDITS, index => validate(objects[index]));
  const full = measure(EDITS / 10, index => validateFull(objects[index]));
  const ajv = measureAjv(objects);
  const different = objects
    .slice(0, EDITS / 10)
    .filter(
      object =>
        JSON.stringify(validator.validate(object)) !==
        JSON.stringify(validateFull(object)),
    ).length;
  return { incremental, full, ajv, different };
}

/** The same object with JSON Schema's validator: without rules, defaults only where absent, and without pruning. */
function measureAjv(
  objects: ReadonlyArray<Record<string, unknown>>,
): readonly number[] {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    largeSchema,
  );
  return measure(EDITS, index => validate(objects[index]));
}
