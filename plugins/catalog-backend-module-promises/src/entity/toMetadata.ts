import {
  KubernetesValidatorFunctions,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_DEFINITION_HASH,
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DOCUMENTATION,
  ANNOTATION_EXAMPLE,
  ANNOTATION_LINKS,
  ANNOTATION_TAGS,
  ANNOTATION_TITLE,
  ANNOTATION_WHAT_YOU_GET,
} from '@promissory/plugin-promises-common';

/** Annotations that are in the entity in another form, or in the definition, where their size costs nothing. */
const LEFT_OUT = new Set([
  ANNOTATION_TITLE,
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DOCUMENTATION,
  ANNOTATION_EXAMPLE,
  ANNOTATION_LINKS,
  ANNOTATION_TAGS,
  ANNOTATION_WHAT_YOU_GET,
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/**
 * Metadata of the entity of a Kratix object: name, labels and annotations as far as the catalog takes them, with the
 * hash of the document. What else a cluster writes there (uid, managedFields, …) is none of the catalog's business.
 */
export function toMetadata(
  { metadata }: Entity,
  hash: string,
): Entity['metadata'] {
  const { name, namespace, labels, annotations } = metadata;
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(labels && {
      labels: filterEntries(
        labels,
        (key, value) =>
          KubernetesValidatorFunctions.isValidLabelKey(key) &&
          KubernetesValidatorFunctions.isValidLabelValue(value),
      ),
    }),
    annotations: {
      ...filterEntries(
        annotations,
        (key, value) =>
          !LEFT_OUT.has(key) &&
          KubernetesValidatorFunctions.isValidAnnotationKey(key) &&
          KubernetesValidatorFunctions.isValidAnnotationValue(value),
      ),
      [ANNOTATION_DEFINITION_HASH]: hash,
    },
  };
}

function filterEntries(
  values: Record<string, string> | undefined,
  predicate: (key: string, value: unknown) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([key, value]) =>
      predicate(key, value),
    ),
  );
}
