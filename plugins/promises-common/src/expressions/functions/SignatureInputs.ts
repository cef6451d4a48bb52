import type { CelDuration } from '../values/CelDuration';
import type { CelOptional } from '../values/CelOptional';
import type { CelTimestamp } from '../values/CelTimestamp';
import type { CelType } from '../values/CelType';
import type { CelUint } from '../values/CelUint';
import type { ListValue } from '../values/ListValue';
import type { MapValue } from '../values/MapValue';
import type { CidrRange } from './CidrRange';
import type { IpAddress } from './IpAddress';
import type { NamedFormat } from './NamedFormat';
import type { Quantity } from './Quantity';
import type { Semver } from './Semver';
import type { UrlValue } from './UrlValue';

/** The values of the types that signatures name. */
interface ValueTypes {
  string: string;
  int: bigint;
  uint: CelUint;
  double: number;
  bool: boolean;
  bytes: Uint8Array;
  type: CelType;
  map: MapValue;
  timestamp: CelTimestamp;
  duration: CelDuration;
  Quantity: Quantity;
  URL: UrlValue;
  IP: IpAddress;
  CIDR: CidrRange;
  Semver: Semver;
  Format: NamedFormat;
}

type ValueOf<Type extends string> = Type extends keyof ValueTypes
  ? ValueTypes[Type]
  : Type extends `list<${string}`
  ? ListValue
  : Type extends `optional<${string}`
  ? CelOptional
  : unknown;

type Receiver<Path extends string> = Path extends `${infer Type}.${string}`
  ? Type extends keyof ValueTypes | `list<${string}` | `optional<${string}`
    ? readonly [ValueOf<Type>]
    : readonly []
  : readonly [];

type Listed<List extends string> = List extends ''
  ? readonly []
  : List extends `${infer First}, ${infer Rest}`
  ? readonly [ValueOf<First>, ...Listed<Rest>]
  : readonly [ValueOf<List>];

/** The arguments of a function by its signature, the receiver of a method first. */
export type SignatureInputs<Signature extends string> =
  Signature extends `${infer Path}(${infer List}): ${string}`
    ? readonly [...Receiver<Path>, ...Listed<List>]
    : readonly unknown[];
