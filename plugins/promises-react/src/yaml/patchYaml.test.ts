import fc from 'fast-check';
import { parse } from 'yaml';
import { patchYaml } from './patchYaml';

describe('patchYaml', () => {
  it('leaves comments, order and quotes of what did not change', () => {
    const before = `# for the shop
size: "small" # enough
replicas: 3
hosts:
  # the first
  - a.example.com
  - b.example.com
`;
    expect(
      patchYaml(before, {
        hosts: ['a.example.com'],
        size: 'small',
        replicas: 5,
        team: 'blue',
      }),
    ).toBe(`# for the shop
size: "small" # enough
replicas: 5
hosts:
  # the first
  - a.example.com
team: blue
`);
  });

  it('begins anew where the text cannot be read', () => {
    expect(patchYaml('a: [', { a: 1 })).toBe('a: 1\n');
    expect(patchYaml('', { a: 1 })).toBe('a: 1\n');
  });

  it('always says the value', () => {
    const object = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(object, object, (before, after) => {
        // YAML knows no negative zero.
        const value = JSON.parse(JSON.stringify(after));
        const text = patchYaml(patchYaml('', before), value);
        expect(parse(text)).toEqual(value);
      }),
    );
  });
});
