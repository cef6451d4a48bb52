import { dyn, type StaticType } from './StaticType';

/** The type that two types have in common, without bounds that only one of them has. */
export function joinTypes(left: StaticType, right: StaticType): StaticType {
  if (left === right) return left;
  if (left.kind === 'object' && right.kind === 'object')
    return left.fields === right.fields ? left : dyn;
  if (
    left.kind === 'scalar' &&
    right.kind === 'scalar' &&
    left.name === right.name
  )
    return { ...left, maxSize: joinSizes(left, right) };
  if (left.kind === 'list' && right.kind === 'list')
    return {
      kind: 'list',
      item: joinTypes(left.item, right.item),
      maxSize: joinSizes(left, right),
    };
  if (left.kind === 'map' && right.kind === 'map')
    return {
      kind: 'map',
      key: joinTypes(left.key, right.key),
      value: joinTypes(left.value, right.value),
      maxSize: joinSizes(left, right),
    };
  if (left.kind === 'optional' && right.kind === 'optional')
    return { kind: 'optional', value: joinTypes(left.value, right.value) };
  return dyn;
}

function joinSizes(
  left: { readonly maxSize?: number },
  right: { readonly maxSize?: number },
): number | undefined {
  return left.maxSize === undefined || right.maxSize === undefined
    ? undefined
    : Math.max(left.maxSize, right.maxSize);
}
