import fc from 'fast-check';
import { maskNumber, maskNumbersIn } from './mask.ts';

describe('masks', () => {
  it('leaves the last two digits', () => {
    expect(maskNumber('+12125550100')).toBe('•••••••••00');
  });

  it('finds numbers in a text, and leaves other figures alone', () => {
    expect(maskNumbersIn('call +447700900123 at 10:30, order 123456')).toBe(
      'call ••••••••••23 at 10:30, order 123456',
    );
  });

  it('never leaves more than two digits of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (phone) => {
        expect(maskNumber(phone).replace(/\D/g, '')).toHaveLength(2);
      }),
    );
  });
});
