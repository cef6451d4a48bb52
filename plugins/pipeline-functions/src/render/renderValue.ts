import { compileTemplate } from '@promissory/plugin-promises-common';
import { FunctionError } from '../pipelineFunction/FunctionError';

/** Variables that templates see. */
export type TemplateVariables = Readonly<Record<string, unknown>>;

/** Renders one string. Throws a FunctionError at `path` where an expression is wrong or fails. */
export function renderText(
  text: string,
  variables: TemplateVariables,
  path: string,
): unknown {
  try {
    return compileTemplate(text, {
      variables: Object.keys(variables),
    }).evaluate(variables);
  } catch (error) {
    throw new FunctionError(
      path,
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** Renders a string that must become one, such as a path. */
export function renderString(
  text: string,
  variables: TemplateVariables,
  path: string,
): string {
  const value = renderText(text, variables, path);
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new FunctionError(
    path,
    `must become text, but ${text} gives ${describe(value)}`,
  );
}

/** Renders every string, keys included, of a value of any shape. */
export function renderValue(
  value: unknown,
  variables: TemplateVariables,
  path: string,
): unknown {
  if (typeof value === 'string') {
    return renderText(value, variables, path);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      renderValue(item, variables, `${path}[${index}]`),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const rendered: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const name = renderString(key, variables, `${path}.${key}`);
      if (Object.hasOwn(rendered, name)) {
        throw new FunctionError(`${path}.${key}`, `two keys become ${name}`);
      }
      Object.defineProperty(rendered, name, {
        value: renderValue(item, variables, `${path}.${key}`),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return rendered;
  }
  return value;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
