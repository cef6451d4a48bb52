import { checkInt } from '../evaluation/checkInt';
import { Fault } from '../evaluation/Fault';
import { declareFunctions } from './declareFunctions';
import { parseQuantity } from './parseQuantity';
import { Quantity } from './Quantity';

const NANO = 1_000_000_000n;

function read(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity) return quantity;
  throw new Fault(
    `${JSON.stringify(text)} is no quantity; write for example 500m or 2Gi`,
  );
}

const sideOf = (left: bigint, right: bigint): bigint => {
  if (left === right) return 0n;
  return left < right ? -1n : 1n;
};
const nanosOf = (value: Quantity | bigint) =>
  value instanceof Quantity ? value.nanos : value * NANO;
type Operands = readonly [Quantity, Quantity | bigint];
const add = ([left, right]: Operands) =>
  new Quantity(left.nanos + nanosOf(right));
const subtract = ([left, right]: Operands) =>
  new Quantity(left.nanos - nanosOf(right));

/** Quantities of Kubernetes. */
export const quantityFunctions = declareFunctions({
  'isQuantity(string): bool': ([text]) => parseQuantity(text) !== undefined,
  'quantity(string): Quantity': ([text]) => read(text),
  'sign(Quantity): int': ([quantity]) => sideOf(quantity.nanos, 0n),
  'Quantity.isInteger(): bool': ([quantity]) => quantity.isInteger,
  'Quantity.asInteger(): int': ([quantity]) => {
    if (!quantity.isInteger) throw new Fault('cannot convert value to integer');
    return checkInt(quantity.whole);
  },
  'Quantity.asApproximateFloat(): double': ([quantity]) =>
    Number(quantity.nanos) / Number(NANO),
  'Quantity.isGreaterThan(Quantity): bool': ([left, right]) =>
    left.nanos > right.nanos,
  'Quantity.isLessThan(Quantity): bool': ([left, right]) =>
    left.nanos < right.nanos,
  'Quantity.compareTo(Quantity): int': ([left, right]) =>
    sideOf(left.nanos, right.nanos),
  'Quantity.add(Quantity): Quantity': add,
  'Quantity.add(int): Quantity': add,
  'Quantity.sub(Quantity): Quantity': subtract,
  'Quantity.sub(int): Quantity': subtract,
});
