import { countCodePoints } from '../../schema/patterns/countCodePoints';
import type { ListValue } from '../values/ListValue';
import type { MapValue } from '../values/MapValue';
import { declareFunctions } from './declareFunctions';

const ofText = ([text]: readonly [string]) => BigInt(countCodePoints(text));
const ofBytes = ([bytes]: readonly [Uint8Array]) => BigInt(bytes.length);
const ofList = ([list]: readonly [ListValue]) => BigInt(list.length);
const ofMap = ([map]: readonly [MapValue]) => BigInt(map.size);

/** `size`, as a function and as a method. */
export const sizeFunctions = declareFunctions({
  'size(string): int': ofText,
  'size(bytes): int': ofBytes,
  'size(list<A>): int': ofList,
  'size(map): int': ofMap,
  'string.size(): int': ofText,
  'bytes.size(): int': ofBytes,
  'list<A>.size(): int': ofList,
  'map.size(): int': ofMap,
});
