import type { JsonObject } from '@backstage/types';
import {
  loosenSchema,
  type CatalogPromise,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import { findLosses } from './findLosses';
import type { ParameterPages } from './ParameterPages';

/** Two pages of JSON Schema: what is the request called and whose is it, and what is ordered. */
export function schemaPages(
  { title }: CatalogPromise,
  resource: StructuralSchema,
): ParameterPages {
  const schema = resource.properties?.spec ?? { type: 'object' };
  const spec = loosenSchema(schema, { form: true }) as JsonObject;
  return {
    pages: [
      {
        title: 'Request',
        required: ['name'],
        properties: {
          name: {
            title: 'Name',
            type: 'string',
            description: 'Small letters, digits and dashes; stays as it is',
            maxLength: 63,
            pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
            'ui:autofocus': true,
          },
          namespace: { title: 'Namespace', type: 'string', default: 'default' },
          owner: {
            title: 'Owner',
            type: 'string',
            description: 'Needed where you can order for more than one',
            'ui:field': 'OwnerPicker',
          },
        },
      },
      { title, required: ['spec'], properties: { spec: { title, ...spec } } },
    ],
    input: {
      name: '${{ parameters.name }}',
      namespace: '${{ parameters.namespace }}',
      owner: '${{ parameters.owner }}',
      spec: '${{ parameters.spec }}',
    },
    losses: findLosses(schema),
  };
}
