import { splitTypes } from '../functions/splitTypes';
import { dyn, scalar, type StaticType } from './StaticType';

const GENERIC = /^(\w+)<(.+)>$/;
const parsed = new Map<string, StaticType>();

/** The type that a signature names: `list<optional<A>>`, where single capital letters are parameters. */
export function parseStaticType(text: string): StaticType {
  let type = parsed.get(text);
  if (!type) {
    type = parse(text);
    parsed.set(text, type);
  }
  return type;
}

function parse(text: string): StaticType {
  if (text === 'dyn') return dyn;
  if (text === 'map') return { kind: 'map', key: dyn, value: dyn };
  if (/^[A-Z]$/.test(text)) return { kind: 'parameter', name: text };
  const [, base, list] = GENERIC.exec(text) ?? [];
  if (!base) return scalar(text);
  const [first, second] = splitTypes(list).map(parse);
  if (base === 'list') return { kind: 'list', item: first };
  if (base === 'optional') return { kind: 'optional', value: first };
  return { kind: 'map', key: first, value: second };
}
