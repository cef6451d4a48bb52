import type { StructuralSchema } from '@promissory/plugin-promises-common';

const expression: StructuralSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 4096,
};

const names: StructuralSchema = {
  type: 'array',
  maxItems: 100,
  items: { type: 'string', maxLength: 253 },
};

const ruleSchema: StructuralSchema = {
  type: 'object',
  required: ['name', 'expression'],
  properties: {
    name: {
      type: 'string',
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
      maxLength: 63,
      description: 'Unique within its policy.',
    },
    scope: {
      type: 'string',
      enum: ['request', 'document'],
      default: 'request',
      description:
        '`request` asks once; `document` asks for each document that containers before wrote.',
    },
    severity: {
      type: 'string',
      enum: ['error', 'warning'],
      default: 'error',
      description: 'A warning is shown and fails nothing.',
    },
    match: {
      type: 'object',
      description:
        'Which documents the rule is for; for the scope `document` only.',
      minProperties: 1,
      properties: {
        apiGroups: { ...names, description: 'An empty one is the core group.' },
        kinds: names,
        namespaces: names,
        names,
        labels: {
          type: 'object',
          additionalProperties: { type: 'string' },
          minProperties: 1,
          description: 'Labels that the document has.',
        },
      },
    },
    when: {
      ...expression,
      description: 'CEL; the rule is asked only where it is true.',
    },
    forEach: {
      type: 'object',
      description: 'Asks once for each item.',
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
    expression: { ...expression, description: 'CEL; true is fine.' },
    message: {
      type: 'string',
      maxLength: 4096,
      description: 'What is wrong and what to do; may hold `${{ CEL }}`.',
    },
    messageExpression: {
      ...expression,
      description: 'CEL that gives the message.',
    },
    field: {
      type: 'string',
      maxLength: 1024,
      description:
        'The field of the request to blame, for example `spec.replicas`; may hold `${{ CEL }}`.',
    },
  },
};

/** Schema of a list of rules. */
export const rulesSchema: StructuralSchema = {
  type: 'array',
  maxItems: 200,
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['name'],
  items: ruleSchema,
};
