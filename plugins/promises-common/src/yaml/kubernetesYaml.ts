import type { DocumentOptions, ParseOptions, SchemaOptions, Tags } from 'yaml';

const NOT_IN_KUBERNETES = /:(timestamp|omap|pairs|set|binary)$/;

function kubernetesTags(tags: Tags): Tags {
  return tags.filter(
    tag =>
      typeof tag !== 'string' &&
      !NOT_IN_KUBERNETES.test(tag.tag) &&
      tag.format !== 'TIME',
  );
}

/**
 * Options with which the package `yaml` reads documents as Kubernetes and Kratix do: YAML 1.1, where `yes` and `on` are
 * booleans. Times and sexagesimal numbers stay text. Errors name line and column.
 *
 * @public
 */
export const KUBERNETES_YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  customTags: kubernetesTags,
  prettyErrors: true,
};
