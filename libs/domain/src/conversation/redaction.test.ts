import fc from 'fast-check';
import { turnsOf } from './fixtures/turns.ts';
import { redactText, redactTurns } from './redaction.ts';

describe('redactText', () => {
  it.each([
    ['Call +12125550100 now', 'Call [PII] now'],
    ['Call (212) 555-0100.', 'Call [PII].'],
    ['212.555.0100', '[PII]'],
    ['+44 7700 900123', '[PII]'],
    ['my number is 020 7946 0000, yes', 'my number is [PII], yes'],
    ['Write to robin.sample+x@mail.example.com!', 'Write to [PII]!'],
    ['robin at example dot com', '[PII]'],
    ['escriba a robin arroba example punto com', 'escriba a [PII]'],
    ['card 4111 1111 1111 1111 please', 'card [PII] please'],
    ['4111, 1111, 1111, 1111', '[PII]'],
    ['378282246310005', '[PII]'],
    ['SSN 078-05-1120', 'SSN [PII]'],
    ['GB33 BUKB 2020 1555 5555 55', '[PII]'],
    ['es9121000418450200051332', '[PII]'],
    ['two one two, five five five, oh one oh oh', '[PII]'],
    ['seis uno dos tres cuatro cinco seis siete ocho', '[PII]'],
    ['\uFF12\uFF11\uFF12 \uFF15\uFF15\uFF15 \uFF10\uFF11\uFF10\uFF10', '[PII]'],
  ])('takes what identifies out of "%s"', (text, redacted) => {
    expect(redactText(text)).toBe(redacted);
  });

  it.each([
    'On 2026-11-21 at 10:30 we have 25 panels for $12,500.',
    '2026-11-21 10:30',
    'On 11/21/2026 or 21.11.2026.',
    'Between 10, 20, 30 and 40 people.',
    'One or two, maybe three.',
    'Rooms 1111, 2222, 3333, 4445.',
    'The roof has 120 square metres.',
    'Meet me at the office dot the i.',
    '[PII]',
  ])('leaves "%s" alone', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('lets no phone number through, however it is written', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' - ', ') ', '/', '\u2011');
    const written = fc
      .tuple(
        fc.nat(99),
        fc.array(separator, { minLength: 9, maxLength: 9 }),
        fc.constantFrom('', '+1', '+1 ', '1-', '('),
      )
      .map(([index, separators, prefix]) => {
        const digits = `21255501${String(index).padStart(2, '0')}`;
        return (
          prefix +
          digits
            .split('')
            .map((digit, at) => digit + (separators[at] ?? ''))
            .join('')
        );
      });
    fc.assert(
      fc.property(written, fc.constantFrom('', 'call ', 'my number is '), (number, before) => {
        expect(redactText(`${before}${number} please`).replace(/\D/g, '').length).toBeLessThan(4);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\d @.+,-]{0,60}$/), (text) => {
        const once = redactText(text);
        expect(redactText(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('reads long texts in passing', () => {
    for (const piece of ['a', 'a.', '1,', 'one ', '1 ', 'GB33', 'a at b dot ', '+(']) {
      expect(redactText(piece.repeat(50_000)).length).toBeGreaterThan(0);
    }
  });
});

describe('redactTurns', () => {
  it('keeps speakers and times', () => {
    const turns = turnsOf('C: It is +12125550100.', 'S: Thank you.');
    expect(redactTurns(turns)).toEqual([{ ...turns[0], text: 'It is [PII].' }, turns[1]]);
  });
});
