import { formats } from '../../schema/formats/formats';
import { CelOptional } from '../values/CelOptional';
import { ListValue } from '../values/ListValue';
import { declareFunctions } from './declareFunctions';
import { NamedFormat } from './NamedFormat';

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const QUALIFIED = new RegExp(
  `^(?:${LABEL}(?:\\.${LABEL})*/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$`,
);

function matching(
  pattern: RegExp,
  longest: number,
): (text: string) => string | undefined {
  return text => {
    if (text.length > longest) return `must be no more than ${longest} bytes`;
    return pattern.test(text) ? undefined : `must match ${pattern.source}`;
  };
}

function ofSchema(name: string): (text: string) => string | undefined {
  return text =>
    formats.get(name)?.(text) ? undefined : `must be in the format ${name}`;
}

const subdomain = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const label = new RegExp(`^${LABEL}$`);
const label1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const prefix = (pattern: string) => new RegExp(`^${pattern}[-.a-z0-9]*$`);

const named: ReadonlyMap<string, NamedFormat> = new Map(
  (
    [
      ['dns1123Label', matching(label, 63)],
      ['dns1123Subdomain', matching(subdomain, 253)],
      ['dns1035Label', matching(label1035, 63)],
      ['dns1123LabelPrefix', matching(prefix('[a-z0-9]'), 63)],
      ['dns1123SubdomainPrefix', matching(prefix('[a-z0-9]'), 253)],
      ['dns1035LabelPrefix', matching(prefix('[a-z]'), 63)],
      ['qualifiedName', matching(QUALIFIED, 317)],
      ['labelValue', matching(LABEL_VALUE, 63)],
      ['uri', ofSchema('uri')],
      ['uuid', ofSchema('uuid')],
      ['byte', ofSchema('byte')],
      ['date', ofSchema('date')],
      ['datetime', ofSchema('datetime')],
    ] as const
  ).map(([name, problemOf]) => [name, new NamedFormat(name, problemOf)]),
);

/** Kubernetes' named formats. */
export const formatFunctions = declareFunctions({
  ...Object.fromEntries(
    [...named].map(([name, format]) => [
      `format.${name}(): Format`,
      () => format,
    ]),
  ),
  'format.named(string): optional<Format>': ([name]) => {
    const format = named.get(name);
    return format ? CelOptional.of(format) : CelOptional.none;
  },
  'Format.validate(string): optional<list<string>>': ([format, text]) => {
    const problem = format.problemOf(text);
    return problem
      ? CelOptional.of(new ListValue([problem]))
      : CelOptional.none;
  },
});
