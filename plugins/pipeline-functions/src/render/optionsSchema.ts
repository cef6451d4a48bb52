import type { StructuralSchema } from '@promissory/plugin-promises-common';

const expression: StructuralSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 4096,
};

const matchLabels: StructuralSchema = {
  type: 'object',
  description: 'Labels that a Destination must have. Values may hold `${{ }}`.',
  additionalProperties: { type: 'string' },
  minProperties: 1,
};

/** Options of `render`. */
export const renderOptionsSchema: StructuralSchema = {
  type: 'object',
  properties: {
    files: {
      type: 'array',
      description: 'Files to write below /kratix/output.',
      maxItems: 500,
      items: {
        type: 'object',
        required: ['path', 'content'],
        properties: {
          path: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description:
              'Relative, with `/` between folders. May hold `${{ }}`.',
          },
          when: {
            ...expression,
            description: 'CEL; the file is written only where it is true.',
          },
          forEach: {
            type: 'object',
            description:
              'Writes the file once for each item; its path has to differ for each.',
            required: ['in', 'as'],
            properties: {
              in: {
                ...expression,
                description:
                  'CEL that gives a list, or a map whose entries become {key, value}.',
              },
              as: {
                type: 'string',
                pattern: '^[a-z][A-Za-z0-9]*$',
                maxLength: 63,
                description: 'Name of the variable that holds the item.',
              },
            },
          },
          content: {
            'x-kubernetes-preserve-unknown-fields': true,
            description:
              'Text, written as it is; or an object, written as YAML; or a list of objects, written as documents. Every string in it may hold `${{ CEL }}`; a string that is one whole expression keeps the type of its value.',
          },
        },
      },
    },
    destinationSelectors: {
      type: 'array',
      description:
        "Where folders go: entries for Kratix's destination-selectors.yaml.",
      maxItems: 100,
      items: {
        type: 'object',
        required: ['matchLabels'],
        properties: {
          directory: {
            type: 'string',
            description:
              'A folder directly below /kratix/output; without it all that no other entry names.',
          },
          matchLabels,
        },
      },
    },
    status: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      description:
        'Merged into the status of the request: `message`, and outputs that its page shows.',
    },
  },
};
