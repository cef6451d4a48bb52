import { TRAVERSAL } from './estimateOperator';
import { sizeOfType } from './sizeOfType';
import { scalar, type StaticType } from './StaticType';

const REGEX = 0.25;

/** Functions that read their first argument once. */
const READING = [
  'lowerAscii',
  'upperAscii',
  'trim',
  'substring',
  'charAt',
  'indexOf',
  'lastIndexOf',
  'replace',
  'split',
  'url',
  'isURL',
  'format',
];
/** Functions that go over the items of a list. */
const LISTING = [
  'isSorted',
  'sum',
  'min',
  'max',
  'distinct',
  'sort',
  'reverse',
  'flatten',
  'slice',
  'join',
];

/** The most that a call costs, without its arguments. */
export function costOfCall(name: string, types: readonly StaticType[]): number {
  const [first = 1, second = 1] = types.map(sizeOfType);
  const read = (size: number, factor = TRAVERSAL) => Math.ceil(size * factor);
  switch (name) {
    case 'startsWith':
    case 'endsWith':
      return read(second);
    case 'contains':
      return types[0].kind === 'scalar' ? read(first) * read(second) : 1;
    case 'matches':
    case 'find':
    case 'findAll':
      return read(first + 1) * Math.max(1, read(second, REGEX));
    case 'lists.range':
      // The length of the list is a value, which nobody knows before.
      return Infinity;
    case 'sets.contains':
    case 'sets.intersects':
      return first * second;
    case 'sets.equivalent':
      return 2 * first * second;
    default:
      if (READING.includes(name)) return Math.max(1, read(first));
      return LISTING.includes(name) ? Math.max(1, first) : 1;
  }
}

/** Functions that give something of which nobody knows how large it is. */
const UNBOUNDED = ['string', 'orValue', 'value', 'or', 'lists.range', 'bytes'];

/** The result of a call with a bound of its size, where one is known. */
export function boundResult(
  name: string,
  result: StaticType,
  types: readonly StaticType[],
): StaticType {
  const input = types[0] && sizeOfType(types[0]);
  if (UNBOUNDED.includes(name)) return unbound(name, result, types);
  const maxSize = Number.isFinite(input) ? input : undefined;
  // Parts of a text are no longer than the text.
  if (name === 'split' || name === 'findAll')
    return { kind: 'list', item: scalar('string', maxSize), maxSize };
  return bind(result, maxSize);
}

/** A text stays as large as it is; everything else of these has no bound. */
function unbound(
  name: string,
  result: StaticType,
  [first]: readonly StaticType[],
): StaticType {
  const isText = first?.kind === 'scalar' && first.name === 'string';
  if ((name === 'string' || name === 'bytes') && isText)
    return bind(result, first.maxSize);
  return bind(result, undefined);
}

function bind(type: StaticType, maxSize: number | undefined): StaticType {
  switch (type.kind) {
    case 'scalar':
    case 'list':
    case 'map':
    case 'dyn':
      return { ...type, maxSize: maxSize };
    default:
      return type;
  }
}
