import fc from 'fast-check';
import { pieces } from './pieces.ts';

describe('pieces of a message', () => {
  it('makes a web address a link and leaves the full stop outside', () => {
    expect(pieces('see https://example.com/a?b=1.')).toEqual([
      { text: 'see ' },
      { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
      { text: '.' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '<img src=x onerror=alert(1)>', 'www.example.com'])(
    'leaves %s a text',
    (text) => {
      expect(pieces(text)).toEqual([{ text }]);
    },
  );

  it('loses and adds nothing, and links to nothing but http and https', () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('javascript:x')))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (message) => {
        const found = pieces(message);
        expect(found.map((piece) => piece.text).join('')).toBe(message);
        for (const { href } of found)
          if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});
