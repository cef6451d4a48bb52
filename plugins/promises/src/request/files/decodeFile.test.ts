import { TextDecoder as NodeTextDecoder, TextEncoder } from 'node:util';
import { decodeFile } from './decodeFile';

describe('decodeFile', () => {
  const original = globalThis.TextDecoder;
  beforeAll(() => {
    Object.assign(globalThis, { TextDecoder: NodeTextDecoder });
  });
  afterAll(() => {
    Object.assign(globalThis, { TextDecoder: original });
  });

  it('reads UTF-8', () => {
    expect(decodeFile(new TextEncoder().encode('größe: 1\n'))).toBe(
      'größe: 1\n',
    );
  });

  it.each([
    ['bytes that are no UTF-8', [0xff, 0xfe]],
    ['a zero byte', [0x61, 0]],
  ])('does not show %s as text', (_what, bytes) => {
    expect(decodeFile(new Uint8Array(bytes))).toBeUndefined();
  });
});
