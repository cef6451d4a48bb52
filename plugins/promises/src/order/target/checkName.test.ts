import fc from 'fast-check';
import { checkName } from './checkName';

describe('checkName', () => {
  it.each(['a', 'orders-db', 'orders.db', '0', 'a'.repeat(63)])(
    'takes %s',
    name => {
      expect(checkName(name)).toBeUndefined();
    },
  );

  it.each([
    ['', /needed/],
    ['Orders', /small letters/],
    ['a_b', /small letters/],
    ['a..b', /begin and end/],
    ['a.-b', /begin and end/],
    ['-a', /begin and end/],
    ['a-', /begin and end/],
    ['a'.repeat(64), /At most 63/],
  ])('refuses "%s"', (name, reason) => {
    expect(checkName(name)).toMatch(reason);
  });

  it('takes exactly the subdomains of RFC 1123 that fit into a label', () => {
    const subdomain =
      /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
    const name = fc
      .array(fc.constantFrom('a', '0', '-', 'A', '.'), { maxLength: 66 })
      .map(letters => letters.join(''));
    fc.assert(
      fc.property(name, value => {
        expect(checkName(value) === undefined).toBe(
          subdomain.test(value) && value.length <= 63,
        );
      }),
    );
  });
});
