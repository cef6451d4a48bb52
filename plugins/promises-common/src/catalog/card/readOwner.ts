import type { AnnotationReader } from './AnnotationReader';

const PART = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** An owner as a full entity ref; a bare name is a group of the default namespace. */
export function readOwner(
  reader: AnnotationReader,
  annotation: string,
): string | undefined {
  const text = reader.text(annotation);
  if (text === undefined) {
    return undefined;
  }
  const match = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text);
  const [, kind = 'group', namespace = 'default', name = ''] = match ?? [];
  if (![kind, namespace, name].every(part => PART.test(part))) {
    reader.warn(
      annotation,
      `has ${JSON.stringify(
        text,
      )}, which is no entity ref such as group:default/platform`,
    );
    return undefined;
  }
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
