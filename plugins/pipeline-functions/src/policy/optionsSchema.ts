import type { StructuralSchema } from '@promissory/plugin-promises-common';
import { rulesSchema } from './ruleSchema';

/** Options of `policy`. */
export const policyOptionsSchema: StructuralSchema = {
  type: 'object',
  properties: {
    rules: { ...rulesSchema, description: 'Rules of this Promise.' },
    policies: {
      type: 'array',
      maxItems: 50,
      description:
        'Shared policies: ConfigMaps among the static dependencies of Promises.',
      items: {
        type: 'object',
        required: ['promise'],
        properties: {
          promise: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
            description:
              'Name of the Promise; require it through `requiredPromises`.',
          },
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 253,
            description:
              'Name of the ConfigMap; that of the Promise unless given.',
          },
        },
      },
    },
    ignore: {
      type: 'array',
      maxItems: 100,
      description:
        'Files and folders below /kratix/output that hold no documents, for example a chart.',
      items: { type: 'string', minLength: 1, maxLength: 1024 },
    },
  },
};
