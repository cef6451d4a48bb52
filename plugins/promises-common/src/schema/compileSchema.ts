import type { JsonObject } from '../kratix';
import { applyDefaults } from './defaulting/applyDefaults';
import { MemoPlace } from './incremental/MemoPlace';
import { shareUnchanged } from './incremental/shareUnchanged';
import { checkListTypes } from './lists/checkListTypes';
import { checkEmbedded } from './metadata/checkEmbedded';
import { checkMetadata } from './metadata/checkMetadata';
import { checkResourceName } from './metadata/checkResourceName';
import { coerceResources } from './metadata/coerceResources';
import { compileNode } from './nodes/compileNode';
import { checkChild } from './nodes/checkChild';
import type { SchemaNode } from './nodes/SchemaNode';
import { prune } from './pruning/prune';
import { checkRules } from './rules/checkRules';
import { compileRuleTree } from './rules/compileRuleTree';
import type { CompiledSchema, ValidateOptions } from './types';
import { Correlation } from './updates/Correlation';
import { isBlocking } from './violations/isBlocking';
import { isObject } from './values/isObject';
import { toFieldErrors } from './violations/toFieldErrors';
import { ValidationResult } from './violations/ValidationResult';
import type { Violation } from './violations/Violation';

/** How a schema is meant. @public */
export interface CompileSchemaOptions {
  /**
   * `resource` (default): the schema of a whole custom resource, whose apiVersion, kind and metadata are always known.
   * `value`: any other value, for example a spec alone or the options of a function.
   */
  readonly root?: 'resource' | 'value';
}

const rulesNotChecked: Violation = {
  path: [],
  field: '<nil>',
  reason: 'FieldValueInvalid',
  message:
    'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  notice: true,
};

/** What was duplicated before may stay so on a change. */
function hasDuplicates(object: JsonObject, node: SchemaNode): boolean {
  const result = new ValidationResult();
  checkListTypes(object, node, undefined, result);
  return !result.valid;
}

type Root = NonNullable<CompileSchemaOptions['root']>;

/** What was compiled, for as long as somebody holds the schema. */
const cache = new WeakMap<object, Map<Root, CompiledSchema>>();

/**
 * Compiles a structural schema once: the same schema gives the same compiled schema, so it must not be changed
 * afterwards. The compiled schema prunes, defaults and validates as the API server of Kubernetes 1.35 does.
 *
 * @throws InvalidSchemaError when the schema has no meaning: wrong shapes, unknown types, patterns that are not RE2
 * @public
 */
export function compileSchema(
  schema: unknown,
  options: CompileSchemaOptions = {},
): CompiledSchema {
  const { root = 'resource' } = options;
  if (typeof schema !== 'object' || schema === null)
    return compile(schema, root);
  const known = cache.get(schema) ?? new Map<Root, CompiledSchema>();
  const compiled = known.get(root) ?? compile(schema, root);
  cache.set(schema, known.set(root, compiled));
  return compiled;
}

function compile(schema: unknown, root: Root): CompiledSchema {
  const compiled = compileNode(schema);
  const node: SchemaNode =
    root === 'resource'
      ? { ...compiled, embedded: true, holdsResources: true }
      : compiled;

  const ruleTree = compileRuleTree(node);

  function violations(
    object: JsonObject,
    { oldObject }: ValidateOptions = {},
    memo?: MemoPlace,
  ): Violation[] {
    const result = new ValidationResult(memo);
    const { metadata } = object;
    if (root === 'resource' && isObject(metadata)) {
      const location = { parent: undefined, key: 'metadata' };
      checkResourceName(metadata, location, result);
      checkMetadata(metadata, location, result);
    }
    const beyondMetadata = result.violations.length;
    const correlation = oldObject && new Correlation(object, oldObject, node);
    checkChild(node, object, undefined, result, correlation);
    checkEmbedded(object, node, undefined, result);
    if (!oldObject || !hasDuplicates(oldObject, node))
      checkListTypes(object, node, undefined, result);
    if (!ruleTree) return result.violations;
    if (result.violations.slice(beyondMetadata).some(isBlocking)) {
      result.add(rulesNotChecked);
    } else {
      checkRules(
        ruleTree,
        {
          value: object,
          oldValue: oldObject,
          location: undefined,
          correlation,
          parentCorrelation: undefined,
          memo,
        },
        result,
      );
    }
    return result.violations;
  }

  const pruneObject = (object: JsonObject) =>
    prune(coerceResources(object, node), node) as JsonObject;
  const defaultObject = (object: JsonObject) =>
    applyDefaults(object, node) as JsonObject;

  return {
    schema: compiled.schema,
    prune: pruneObject,
    applyDefaults: defaultObject,
    violations: (object, validateOptions) =>
      violations(object, validateOptions),
    validate: (object, validateOptions) =>
      toFieldErrors(violations(object, validateOptions)),
    createIncrementalValidator: validateOptions => {
      const memo = new MemoPlace();
      let before: unknown;
      return {
        validate: object => {
          const decoded = defaultObject(pruneObject(object));
          // What nobody changed is shared with the object before already.
          const shared =
            decoded === object
              ? object
              : (shareUnchanged(before, decoded) as JsonObject);
          before = shared;
          return toFieldErrors(violations(shared, validateOptions, memo));
        },
      };
    },
  };
}
