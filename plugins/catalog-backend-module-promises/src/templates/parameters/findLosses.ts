import {
  portablePattern,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';

/** Places that are named for one kind of loss; more are counted. */
const NAMED = 5;

interface Loss {
  readonly kind: keyof typeof sentences;
  readonly path: string;
}

const sentences = {
  rules: 'Rules (CEL) are checked when the order is placed, not in the form',
  alternatives:
    'Alternatives (oneOf, anyOf, allOf, not) are checked when the order is placed, not in the form',
  pattern:
    'Patterns that only Kubernetes reads like this are checked when the order is placed',
  format: 'Formats are checked when the order is placed',
  opaque: 'Cannot be filled in here, because its fields are not described',
  unique: 'That list entries differ is checked when the order is placed',
} as const;

/** What a form of JSON Schema cannot do with a Promise's schema: sentences, each with the fields that it is about. */
export function findLosses(schema: StructuralSchema): string[] {
  const losses = lossesOf(schema, 'spec');
  return (Object.keys(sentences) as Array<keyof typeof sentences>)
    .map(kind => ({
      kind,
      paths: losses.filter(loss => loss.kind === kind).map(({ path }) => path),
    }))
    .filter(({ paths }) => paths.length > 0)
    .map(({ kind, paths }) => {
      const more = paths.length - NAMED;
      const named = paths.slice(0, NAMED).join(', ');
      return `${sentences[kind]}: ${named}${
        more > 0 ? ` and ${more} more` : ''
      }.`;
    });
}

function lossesOf(schema: StructuralSchema, path: string): Loss[] {
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...ownLosses(schema).map(kind => ({ kind, path })),
    ...Object.entries(properties).flatMap(([name, child]) =>
      lossesOf(child, `${path}.${name}`),
    ),
    ...(items ? lossesOf(items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object'
      ? lossesOf(additionalProperties, `${path}.*`)
      : []),
  ];
}

function ownLosses(schema: StructuralSchema): Array<Loss['kind']> {
  const { pattern, format, properties } = schema;
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  const isOpaque =
    schema['x-kubernetes-embedded-resource'] === true ||
    (schema['x-kubernetes-preserve-unknown-fields'] === true && !properties) ||
    (!schema.type && !isIntOrString);
  const listType = schema['x-kubernetes-list-type'];
  const kinds: Array<[Loss['kind'], boolean]> = [
    ['rules', (schema['x-kubernetes-validations']?.length ?? 0) > 0],
    ['alternatives', hasAlternatives(schema) && !isIntOrString],
    ['pattern', pattern !== undefined && !portablePattern(pattern)],
    [
      'format',
      format !== undefined && !/^(int|float|double|password)/.test(format),
    ],
    ['opaque', isOpaque],
    ['unique', listType === 'set' || listType === 'map'],
  ];
  return kinds.filter(([, applies]) => applies).map(([kind]) => kind);
}

function hasAlternatives({ oneOf, anyOf, allOf, not }: StructuralSchema) {
  return Boolean(oneOf ?? anyOf ?? allOf ?? not);
}
