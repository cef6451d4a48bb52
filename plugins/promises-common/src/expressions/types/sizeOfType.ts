import type { StaticType } from './StaticType';

const SIZED = ['string', 'bytes'];

/** The most characters, bytes, items or entries of a value of a type; 1 for values without parts. */
export function sizeOfType(type: StaticType): number {
  switch (type.kind) {
    case 'scalar':
      return SIZED.includes(type.name) ? type.maxSize ?? Infinity : 1;
    case 'list':
    case 'map':
    case 'dyn':
      return type.maxSize ?? Infinity;
    case 'optional':
      return sizeOfType(type.value);
    default:
      return 1;
  }
}
