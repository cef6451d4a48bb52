import { parse, type Tags } from 'yaml';

const NOT_IN_KRATIX = /:(timestamp|omap|pairs|set|binary)$/;

function kratixTags(tags: Tags): Tags {
  return tags.filter(
    tag =>
      typeof tag !== 'string' &&
      !NOT_IN_KRATIX.test(tag.tag) &&
      tag.format !== 'TIME',
  );
}

/**
 * Reads YAML as Kratix does: YAML 1.1, where `yes` and `on` are booleans. Times and sexagesimal numbers stay text.
 * Throws the parser's error, which names line and column.
 */
export function parseKratixYaml(content: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  return parse(text, {
    version: '1.1',
    customTags: kratixTags,
    maxAliasCount: 100,
    prettyErrors: true,
  });
}
