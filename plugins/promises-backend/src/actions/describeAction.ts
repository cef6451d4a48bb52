import {
  getPromiseApi,
  loosenSchema,
  type JsonObject,
  type JsonSchema,
  type LoosenSchemaOptions,
  type PromiseDefinition,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import type { PromiseCardData } from '@promissory/plugin-promises-engine';
import type { ListedAction } from './actionsProtocol';

/** Id of the plugin; the first part of every action's id. */
export const ACTION_PLUGIN = 'promises';

/** From everything to nothing but the fact that a spec is an object. */
const DETAILS: readonly LoosenSchemaOptions[] = [
  {},
  { terse: true },
  ...[6, 4, 3, 2, 1, 0].map(depth => ({ depth, terse: true })),
];
const LONGEST_DESCRIPTION = 500;

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});

const OUTPUT: JsonSchema = {
  type: 'object',
  properties: {
    uid: text('Of the request; its page is /promises/requests/{uid}'),
    promise: text('Name of the Promise'),
    namespace: text('Namespace of the request'),
    name: text('Name of the request'),
    owner: text('Entity ref of the owner'),
    outcome: text('created, or unchanged where it was ordered before'),
    state: text('State of the request at this moment'),
  },
  required: [
    'uid',
    'promise',
    'namespace',
    'name',
    'owner',
    'outcome',
    'state',
  ],
};

/** What an action is made of. */
export interface ActionSubject {
  readonly name: string;
  readonly card: PromiseCardData;
  readonly definition: PromiseDefinition;
}

/** The action of a Promise, with as much of its schema as `bytes` hold. */
export function describeAction(
  subject: ActionSubject,
  limit: { readonly bytes: number },
): string {
  const schema = specSchema(subject.definition);
  let json = '';
  for (const detail of DETAILS) {
    const action = toAction(subject, loosenSchema(schema, detail), {
      withExample: detail === DETAILS[0],
    });
    json = JSON.stringify(action);
    if (Buffer.byteLength(json) <= limit.bytes) break;
  }
  return json;
}

function specSchema(definition: PromiseDefinition): StructuralSchema {
  const { properties = {} } = getPromiseApi(definition)?.schema ?? {};
  return properties.spec ?? { type: 'object' };
}

function toAction(
  { name, card }: ActionSubject,
  spec: JsonSchema,
  { withExample }: { readonly withExample: boolean },
): ListedAction {
  const specIsNeeded = Array.isArray(spec.required) && spec.required.length > 0;
  const example =
    withExample && card.example
      ? [{ title: `Order ${card.title}`, input: exampleInput(card.example) }]
      : undefined;
  return {
    id: `${ACTION_PLUGIN}:${name}`,
    pluginId: ACTION_PLUGIN,
    name,
    title: `Order ${card.title}`,
    description: [
      shorten(card.description),
      `Orders from the Promise ${name}. The same order again finds the request that is there; another one under its name is refused.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    schema: {
      input: {
        type: 'object',
        properties: {
          name: text('Name of the request', {
            maxLength: 63,
            pattern:
              '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
          }),
          namespace: text(
            'Namespace of the request; needed where there is a choice',
          ),
          owner: text(
            'Entity ref of the owner, like group:default/web; needed where there is a choice',
          ),
          spec,
        },
        required: ['name', ...(specIsNeeded ? ['spec'] : [])],
      },
      output: OUTPUT,
    },
    ...(example && { examples: example }),
    // An order never changes or removes what is there.
    attributes: { readOnly: false, destructive: false, idempotent: true },
  };
}

function exampleInput(spec: JsonObject): object {
  return { name: 'example', spec };
}

function shorten(description: string | undefined): string | undefined {
  return description && description.length > LONGEST_DESCRIPTION
    ? `${description.slice(0, LONGEST_DESCRIPTION)}…`
    : description;
}
