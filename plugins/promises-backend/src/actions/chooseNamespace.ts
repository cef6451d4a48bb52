import { InputError } from '@backstage/errors';
import type { NamespaceChoice } from '@promissory/plugin-promises-common';

/** The namespace that was named, or the only one there is. Throws an InputError that names the choices. */
export function chooseNamespace(
  wanted: string | undefined,
  choices: readonly NamespaceChoice[] | undefined,
): string {
  if (wanted !== undefined) return wanted;
  if (choices?.length === 1 && !choices[0].namespace.includes('*')) {
    return choices[0].namespace;
  }
  const there = choices?.map(({ namespace }) => namespace).join(', ');
  throw new InputError(
    `namespace: has to be named${
      there ? `: you can order in ${there}` : ', for there is no single one'
    }`,
  );
}
