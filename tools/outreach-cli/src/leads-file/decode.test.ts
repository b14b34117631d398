import { decode } from './decode.ts';

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('naïve 😀')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFnaïve 😀')],
    ['UTF-16 little-endian', Buffer.from('\uFEFFnaïve 😀', 'utf16le')],
    ['UTF-16 big-endian', Buffer.from('\uFEFFnaïve 😀', 'utf16le').swap16()],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe('naïve 😀');
  });

  it.each([
    ['Latin-1', Buffer.from('naïve', 'latin1')],
    ['UTF-16 without a byte order mark', Buffer.from('name', 'utf16le')],
    ['UTF-16 that ends amid a character', Buffer.from('\uFEFFa', 'utf16le').subarray(0, 3)],
    ['a spreadsheet', Buffer.from('504b0304140000000800ff', 'hex')],
  ])('refuses %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow('save it as "CSV UTF-8"');
  });
});
