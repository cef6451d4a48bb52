import { isObject } from '../values/isObject';

/** What a keyword must hold, in words and as a test. */
interface KeywordShape {
  readonly expected: string;
  fits(value: unknown): boolean;
}

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean'];
const isText = (value: unknown) => typeof value === 'string';
const text = { expected: 'text', fits: isText };
const flag = {
  expected: 'true or false',
  fits: (value: unknown) => typeof value === 'boolean',
};
const number = {
  expected: 'a number',
  fits: (value: unknown) => Number.isFinite(value),
};
const count = {
  expected: 'a whole number',
  fits: (value: unknown) => Number.isInteger(value),
};
const list = { expected: 'a list', fits: Array.isArray };
const texts = {
  expected: 'a list of texts',
  fits: (value: unknown) => Array.isArray(value) && value.every(isText),
};
const object = { expected: 'an object', fits: isObject };

/** Shapes of the keywords that the compiler reads. */
export const keywordShapes: ReadonlyMap<string, KeywordShape> = new Map([
  [
    'type',
    {
      expected: `one of ${TYPES.join(', ')}`,
      fits: value => value === '' || TYPES.includes(value as string),
    },
  ],
  ['title', text],
  ['description', text],
  ['format', text],
  ['pattern', text],
  ['nullable', flag],
  ['uniqueItems', flag],
  ['exclusiveMinimum', flag],
  ['exclusiveMaximum', flag],
  ['minimum', number],
  ['maximum', number],
  ['multipleOf', number],
  ['minLength', count],
  ['maxLength', count],
  ['minItems', count],
  ['maxItems', count],
  ['minProperties', count],
  ['maxProperties', count],
  ['enum', list],
  ['required', texts],
  ['properties', object],
  [
    'additionalProperties',
    {
      expected: 'true, false or a schema',
      fits: value => typeof value === 'boolean' || isObject(value),
    },
  ],
  ['items', { expected: 'one schema, not a list', fits: isObject }],
  ['anyOf', list],
  ['oneOf', list],
  ['allOf', list],
  ['not', object],
  ['x-kubernetes-int-or-string', flag],
  ['x-kubernetes-preserve-unknown-fields', flag],
  ['x-kubernetes-embedded-resource', flag],
  ['x-kubernetes-list-type', text],
  ['x-kubernetes-list-map-keys', texts],
  ['x-kubernetes-map-type', text],
  [
    'x-kubernetes-validations',
    {
      expected: 'a list of rules, each with the text "rule"',
      fits: value =>
        Array.isArray(value) &&
        value.every(rule => isObject(rule) && isText(rule.rule)),
    },
  ],
] satisfies Array<[string, KeywordShape]>);
