import { ownersIn, targetChoices } from './namespaceChoices';

const choices = [
  { namespace: 'default', owners: ['group:default/a', 'group:default/b'] },
  { namespace: 'team-a-*', owners: ['group:default/a'] },
  { namespace: 'team-*', owners: ['group:default/c'] },
];

describe('choices of a target', () => {
  it('tells names from patterns', () => {
    expect(targetChoices(choices)).toEqual({
      namespaces: ['default'],
      patterns: ['team-a-*', 'team-*'],
    });
  });

  it.each([
    ['default', ['group:default/a', 'group:default/b']],
    ['team-a-dev', ['group:default/a']],
    ['team-b', ['group:default/c']],
    ['kube-system', []],
  ])('finds who may own something in %s', (namespace, owners) => {
    expect(ownersIn(namespace, choices)).toEqual(owners);
  });
});
