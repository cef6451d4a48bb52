import {
  compileExpression,
  compileTemplate,
} from '@promissory/plugin-promises-common';
import { toItems } from '../expressions/toItems';
import { nameOfRule } from './nameOfRule';
import { policyInvalid } from './policyInvalid';
import type { SourcedRule } from './types';

/** Variables that expressions see. */
export type Variables = Readonly<Record<string, unknown>>;

/** A rule that was found broken, and what it blames. */
export interface BrokenRule {
  readonly message: string;
  readonly path?: string;
}

/** A rule that can be asked. Throws PolicyInvalid where it gives something else than it must. */
export type CompiledRule = (variables: Variables) => readonly BrokenRule[];

/** Items of a loop of a rule. */
const MAX_ITEMS = 1_000;
const LONGEST_MESSAGE = 1_000;

/** Compiles a rule with all its parts, so that a mistake is found also where the rule is kept. Throws PolicyInvalid. */
export function compileRule(
  sourced: SourcedRule,
  names: readonly string[],
): CompiledRule {
  const { rule } = sourced;
  const { forEach } = rule;
  const fail = (field: string, cause: unknown) =>
    policyInvalid(`${nameOfRule(sourced)}: ${field}`, cause);
  if (forEach && names.includes(forEach.as)) {
    throw fail('forEach.as', `${forEach.as} is a variable already`);
  }
  if (rule.message !== undefined && rule.messageExpression !== undefined) {
    throw fail('messageExpression', 'give it or message, not both');
  }
  const variables = forEach ? [...names, forEach.as] : names;

  function compile(
    field: string,
    source: string | undefined,
    seen: readonly string[],
    how: typeof compileExpression | typeof compileTemplate = compileExpression,
  ): ((values: Variables) => unknown) | undefined {
    if (source === undefined) return undefined;
    const guard = <T>(act: () => T): T => {
      try {
        return act();
      } catch (error) {
        throw fail(field, error);
      }
    };
    const compiled = guard(() => how(source, { variables: seen }));
    return values => guard(() => compiled.evaluate(values));
  }

  function boolean(field: string, value: unknown): boolean {
    if (typeof value !== 'boolean') {
      throw fail(field, `must give true or false, not ${describe(value)}`);
    }
    return value;
  }

  function text(field: string, value: unknown): string {
    if (typeof value === 'number' || typeof value === 'boolean') {
      return String(value);
    }
    if (typeof value !== 'string' || value === '') {
      throw fail(field, `must give a text, not ${describe(value)}`);
    }
    return value.length > LONGEST_MESSAGE
      ? `${value.slice(0, LONGEST_MESSAGE)}…`
      : value;
  }

  const when = compile('when', rule.when, names);
  const items = compile('forEach.in', forEach?.in, names);
  const holds = compile('expression', rule.expression, variables)!;
  const message = compile('message', rule.message, variables, compileTemplate);
  const messageExpression = compile(
    'messageExpression',
    rule.messageExpression,
    variables,
  );
  const field = compile('field', rule.field, variables, compileTemplate);

  function scopes(values: Variables): readonly Variables[] {
    if (!forEach || !items) return [values];
    const list = toItems(items(values));
    if (!list || list.length > MAX_ITEMS) {
      throw fail(
        'forEach.in',
        `must give a list or a map of at most ${MAX_ITEMS} items`,
      );
    }
    return list.map(item => ({ ...values, [forEach.as]: item }));
  }

  function describeBroken(values: Variables): BrokenRule {
    const said =
      (message && text('message', message(values))) ??
      (messageExpression &&
        text('messageExpression', messageExpression(values))) ??
      `it must hold that ${rule.expression}`;
    return field
      ? { message: said, path: text('field', field(values)) }
      : { message: said };
  }

  return values =>
    when && !boolean('when', when(values))
      ? []
      : scopes(values)
          .filter(scope => !boolean('expression', holds(scope)))
          .map(describeBroken);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value === '') return 'an empty one';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
