import { resourceRequest } from '../__testUtils__/fixtures';
import { withPartsBelow } from './withPartsBelow';

const request = (uid: string, parentUid?: string, title = 'PostgreSQL') =>
  resourceRequest({
    uid,
    name: uid,
    parentUid,
    promise: { ...resourceRequest().promise, title },
  });

const uidsOf = (...requests: Parameters<typeof withPartsBelow>[0]) =>
  withPartsBelow(requests).map(({ uid }) => uid);

describe('withPartsBelow', () => {
  it('keeps the order of what is part of nothing', () => {
    expect(uidsOf(request('c'), request('a'), request('b'))).toEqual([
      'c',
      'a',
      'b',
    ]);
  });

  it('puts parts right below what they are part of, by title, however deep', () => {
    expect(
      uidsOf(
        request('grandchild', 'child-2'),
        request('newer'),
        request('child-2', 'parent', 'PostgreSQL'),
        request('child-1', 'parent', 'CI pipeline'),
        request('older'),
        request('parent'),
      ),
    ).toEqual(['newer', 'older', 'parent', 'child-1', 'child-2', 'grandchild']);
  });

  it('leaves a part whose parent is on another page where it is', () => {
    expect(
      uidsOf(request('first'), request('part', 'elsewhere'), request('last')),
    ).toEqual(['first', 'part', 'last']);
  });
});
