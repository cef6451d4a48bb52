import type { CatalogPromise } from '@promissory/plugin-promises-common';
import type { TemplateOptions } from './TemplateOptions';

/** Whether the configuration lets a Promise have a Template: each kind of pattern that is there has to match. */
export function isIncluded(
  { name, category, tags, owner }: CatalogPromise,
  include: TemplateOptions['include'],
): boolean {
  return (
    matches(include.names, [name]) &&
    matches(include.categories, category ? [category] : []) &&
    matches(include.tags, tags) &&
    matches(include.owners, owner ? [owner] : [])
  );
}

function matches(
  patterns: readonly string[] | undefined,
  values: readonly string[],
): boolean {
  if (!patterns) return true;
  return patterns.some(pattern => {
    const expression = new RegExp(
      `^${pattern
        .split('*')
        .map(part => part.replace(/[$()+.?[\\\]^{|}]/g, '\\$&'))
        .join('.*')}$`,
      'i',
    );
    return values.some(value => expression.test(value));
  });
}
