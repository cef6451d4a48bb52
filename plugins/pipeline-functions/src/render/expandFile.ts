import { FunctionError } from '../pipelineFunction/FunctionError';
import { toItems } from '../expressions/toItems';
import { renderText, type TemplateVariables } from './renderValue';

/** A loop may not make more files than this, whatever the limits of the runner. */
const MAX_ITEMS = 1_000;

/** An entry of `files`. */
export interface FileOptions {
  readonly path: string;
  readonly when?: string;
  readonly forEach?: { readonly in: string; readonly as: string };
  readonly content: unknown;
}

/** The variables of each file that an entry stands for: one, one for each item, or none where `when` is not true. */
export function expandFile(
  file: FileOptions,
  variables: TemplateVariables,
  path: string,
): readonly TemplateVariables[] {
  const scopes = file.forEach
    ? expandLoop(file.forEach, variables, path)
    : [variables];
  const { when } = file;
  return when === undefined
    ? scopes
    : scopes.filter(scope => isTrue(when, scope, `${path}.when`));
}

function expandLoop(
  loop: { readonly in: string; readonly as: string },
  variables: TemplateVariables,
  path: string,
): readonly TemplateVariables[] {
  if (loop.as in variables) {
    throw new FunctionError(
      `${path}.forEach.as`,
      `${loop.as} is a variable already; choose another name`,
    );
  }
  const value = evaluate(loop.in, variables, `${path}.forEach.in`);
  const items = toItems(value);
  if (!items) {
    throw new FunctionError(`${path}.forEach.in`, 'must give a list or a map');
  }
  if (items.length > MAX_ITEMS) {
    throw new FunctionError(
      `${path}.forEach.in`,
      `gives ${items.length} items; at most ${MAX_ITEMS} are rendered`,
    );
  }
  return items.map(item => ({ ...variables, [loop.as]: item }));
}

function isTrue(
  expression: string,
  variables: TemplateVariables,
  path: string,
): boolean {
  const value = evaluate(expression, variables, path);
  if (typeof value !== 'boolean') {
    throw new FunctionError(path, 'must give true or false');
  }
  return value;
}

function evaluate(
  expression: string,
  variables: TemplateVariables,
  path: string,
): unknown {
  return renderText(`\${{ ${expression} }}`, variables, path);
}
