import type {
  PromiseCard,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { toPromiseDocument } from './toPromiseDocument';
import { toRequestDocument } from './toRequestDocument';

const card = {
  name: 'redis',
  title: 'Redis',
  tags: [] as string[],
} as PromiseCard;
const request = {
  uid: '01JD0000000000000000000000',
  name: 'sessions',
  namespace: 'web',
  owner: 'group:default/web',
  promise: {
    name: 'redis',
    title: 'Redis',
    entityRef: 'promise:default/redis',
  },
  labels: {},
  annotations: {},
  spec: { password: 'hunter2' },
} as unknown as ResourceRequest;

describe('toPromiseDocument', () => {
  it('has title, description, category and tags, and whom to ask for', () => {
    expect(
      toPromiseDocument(
        {
          ...card,
          description: 'A cache.',
          category: 'Data',
          tags: ['cache', 'in-memory'],
          owner: 'group:default/platform',
          icon: 'database',
        },
        { pagePath: '/promises' },
      ),
    ).toEqual({
      title: 'Redis',
      text: 'A cache. · Data · cache · in-memory',
      location: '/promises/redis',
      name: 'redis',
      description: 'A cache.',
      category: 'Data',
      tags: ['cache', 'in-memory'],
      owner: 'group:default/platform',
      icon: 'database',
      authorization: { resourceRef: 'redis' },
    });
  });

  it('has the same fields where nothing is known: engines learn them from the first document', () => {
    const full = toPromiseDocument(
      { ...card, description: 'a', category: 'b', owner: 'c', icon: 'd' },
      { pagePath: '/' },
    );
    expect(Object.keys(toPromiseDocument(card, { pagePath: '/' }))).toEqual(
      Object.keys(full),
    );
  });

  it.each([
    ['redis', '/promises', '/promises/redis'],
    ['requests', '/promises', '/promises/~requests'],
    ['destinations', '/services/', '/services/~destinations'],
    ['redis', '/', '/redis'],
  ])('%s below %s is at %s', (name, pagePath, location) => {
    expect(toPromiseDocument({ ...card, name }, { pagePath }).location).toBe(
      location,
    );
  });
});

describe('toRequestDocument', () => {
  it('is called like the request and says what was ordered', () => {
    const document = toRequestDocument(request, { pagePath: '/promises' });
    expect(document).toMatchObject({
      title: 'sessions',
      text: 'Redis in web',
      location: '/promises/requests/01JD0000000000000000000000',
      authorization: { resourceRef: '01JD0000000000000000000000' },
    });
  });

  it('takes title, description and tags from annotations, and labels as tags', () => {
    expect(
      toRequestDocument(
        {
          ...request,
          labels: { tier: 'gold' },
          annotations: {
            'promissory.io/title': 'Sessions of the shop',
            'promissory.io/description': 'Who is signed in.',
            'promissory.io/tags': 'shop, sessions,',
          },
        },
        { pagePath: '/promises' },
      ),
    ).toMatchObject({
      title: 'Sessions of the shop',
      text: 'Who is signed in. · Redis in web · sessions · shop · sessions · tier=gold',
      tags: ['shop', 'sessions', 'tier=gold'],
    });
  });

  it('has nothing of the spec', () => {
    const document = toRequestDocument(request, { pagePath: '/promises' });
    expect(JSON.stringify(document)).not.toContain('hunter2');
  });
});
