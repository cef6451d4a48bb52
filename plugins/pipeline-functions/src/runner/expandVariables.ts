import type { PipelineContainer } from '@promissory/plugin-promises-common';

/**
 * Environment of a container as Kubernetes makes it: Kratix's variables, then the container's own, which win;
 * `$(NAME)` is replaced by a variable that was defined before, `$$(NAME)` stays as `$(NAME)`.
 */
export function expandVariables(
  environment: ReadonlyArray<{ readonly name: string; readonly value: string }>,
  container: PipelineContainer,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const { name, value } of environment) {
    variables[name] = value;
  }
  for (const { name, value } of container.env ?? []) {
    variables[name] = expand(value ?? '', variables);
  }
  return variables;
}

/** Replaces `$(NAME)` in a text; an unknown name stays as it is, as in Kubernetes. */
export function expand(
  text: string,
  variables: Readonly<Record<string, string>>,
): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (match, name?: string) => {
    if (name === undefined) {
      return '$';
    }
    return Object.hasOwn(variables, name) ? variables[name] : match;
  });
}
