import { CelType } from '../values/CelType';

/** Types as values, by the names by which an expression may call them. */
export const typeNames: ReadonlyMap<string, CelType> = new Map(
  [
    'bool',
    'bytes',
    'double',
    'int',
    'list',
    'map',
    'null_type',
    'string',
    'type',
    'uint',
    'optional_type',
    'google.protobuf.Timestamp',
    'google.protobuf.Duration',
    'kubernetes.Quantity',
    'kubernetes.URL',
    'kubernetes.Semver',
    'net.IP',
    'net.CIDR',
  ].map(name => [name, new CelType(name)]),
);
