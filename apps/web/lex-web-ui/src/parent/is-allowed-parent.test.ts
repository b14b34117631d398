import { isAllowedParent } from './is-allowed-parent.ts';

const own = 'https://chat.example.com';

describe('pages that may show the chat', () => {
  it.each([
    ['https://www.example.com', ['https://www.example.com'], true],
    ['https://www.example.com', [], false],
    ['https://chat.example.com', [], true],
    ['https://anything.test', ['*'], true],
    ['https://shop.example.com', ['https://*.example.com'], true],
    ['https://a.b.example.com', ['https://*.example.com'], true],
    ['https://example.com', ['https://*.example.com'], false],
    ['https://evil.test', ['https://*.example.com'], false],
    ['https://shop.example.com.evil.test', ['https://*.example.com'], false],
    ['https://shopXexample.com', ['https://shop.example.com'], false],
    ['http://shop.example.com', ['https://*.example.com'], false],
    ['https://shop.example.com:8443', ['https://*.example.com'], false],
    ['null', ['https://*.example.com'], false],
  ])('%s with %j: %s', (origin, allowed, expected) => {
    expect(isAllowedParent(origin, allowed, own)).toBe(expected);
  });
});
