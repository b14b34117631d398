import { readBsonTexts } from './read-bson-texts.ts';

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

describe('readBsonTexts', () => {
  it('reads texts by key', () => {
    const document = bytes([0, 0, 0, 0, 2], '44', [0, 3, 0, 0, 0], 'UK', [0, 2], '1', [0, 1, 0, 0, 0, 0, 0]);
    expect([...readBsonTexts(document)]).toEqual([
      ['44', 'UK'],
      ['1', ''],
    ]);
  });

  it('refuses anything but texts', () => {
    expect(() => readBsonTexts(bytes([0, 0, 0, 0, 0x10], 'n', [0, 1, 0, 0, 0, 0]))).toThrow('is no text');
  });
});
