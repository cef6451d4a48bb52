import {
  fromPromisePathSegment,
  toPromisePathSegment,
} from './promisePathSegment';

describe('path segments of Promises', () => {
  it.each([
    ['postgresql', 'postgresql'],
    ['requests', '~requests'],
    ['destinations', '~destinations'],
    ['doctor', '~doctor'],
  ])('writes %s as %s and reads it back', (name, segment) => {
    expect(toPromisePathSegment(name)).toBe(segment);
    expect(fromPromisePathSegment(segment)).toBe(name);
  });
});
