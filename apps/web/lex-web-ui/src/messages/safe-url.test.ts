import { safeImage, safeLink } from './safe-url.ts';

describe('links', () => {
  it.each(['https://example.com/a?b#c', 'mailto:help@example.com', 'tel:+12125550100'])(
    'may be followed: %s',
    (address) => {
      expect(safeLink(address)).toBe(address);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'http://example.com',
    '/relative',
    '//example.com',
    'https://user:password@example.com',
    '',
  ])('may not be followed: %j', (address) => {
    expect(safeLink(address)).toBeUndefined();
  });
});

describe('pictures', () => {
  it('come by https only', () => {
    expect(safeImage('https://example.com/a.png')).toBe('https://example.com/a.png');
    for (const address of [
      'http://example.com/a.png',
      'data:image/svg+xml,<svg/>',
      'javascript:1',
      null,
      undefined,
      '',
    ])
      expect(safeImage(address)).toBeUndefined();
  });
});
