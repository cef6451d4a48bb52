import type { Entity } from '@backstage/catalog-model';
import type { CatalogPromise } from '@promissory/plugin-promises-common';
import type { ParameterPages } from './parameters/ParameterPages';
import type { TemplateOptions } from './TemplateOptions';
import { templateName } from './templateName';

/** On a Template: name of the Promise that it orders from. */
export const ANNOTATION_TEMPLATE_PROMISE = 'promissory.io/promise';

const STEP = 'order';
const output = (name: string) => `\${{ steps.${STEP}.output.${name} }}`;

/** The Template that orders from a Promise. */
export function toTemplate(
  promise: CatalogPromise,
  { pages, input, losses }: ParameterPages,
  { namespace, wait, marketplaceUrl }: TemplateOptions,
): Entity {
  const { name, entityRef, title, owner, category, tags } = promise;
  const location = `promises:${entityRef}`;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      namespace,
      name: templateName(name),
      title,
      description: describe(promise, losses),
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        [ANNOTATION_TEMPLATE_PROMISE]: name,
      },
      ...(tags.length > 0 && { tags: [...tags] }),
      ...(marketplaceUrl && {
        links: [
          {
            url: `${marketplaceUrl}/${encodeURIComponent(name)}`,
            title: 'In the marketplace',
          },
        ],
      }),
    },
    spec: {
      type: category?.toLocaleLowerCase('en-US') ?? 'promise',
      ...(owner && { owner }),
      presentation: { buttonLabels: { createButtonText: 'Order' } },
      parameters: pages,
      steps: [
        {
          id: STEP,
          name: `Order ${title}`,
          action: 'promise:request',
          input: { promise: name, ...input, wait },
        },
      ],
      output: {
        links: [
          { title: 'Open the request', icon: 'dashboard', url: output('url') },
          {
            if: output('entityRef'),
            title: 'Open in the catalog',
            icon: 'catalog',
            entityRef: output('entityRef'),
          },
        ],
        text: [
          {
            title: 'State',
            content: `**${output('state')}**: ${output('message')}`,
          },
        ],
      },
    },
  };
}

function describe(
  { description, name }: CatalogPromise,
  losses: readonly string[],
): string {
  const text = description ?? `Orders from the Promise ${name}`;
  return losses.length === 0
    ? text
    : `${text}\n\nThe form of the marketplace can more than this one:\n\n${losses
        .map(loss => `- ${loss}`)
        .join('\n')}`;
}
