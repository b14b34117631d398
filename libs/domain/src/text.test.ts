import { cleanText, text } from './text.ts';

describe('cleanText', () => {
  it('takes out what cannot be seen and keeps lines', () => {
    expect(cleanText(' a\u0000b\u200bc\u202ed\ufeff\u0085e\u{e0041}\tf\r\ng ')).toBe('abcde\tf\r\ng');
    expect(cleanText('Zo\u00eb \u674e \u{1f600}')).toBe('Zo\u00eb \u674e \u{1f600}');
  });
});

describe('text', () => {
  it('is measured after cleaning', () => {
    expect(text(3).parse(' abc\u200b ')).toBe('abc');
    expect(text(3).safeParse('abcd').success).toBe(false);
    expect(text(3).safeParse('\u200b').success).toBe(false);
  });
});
