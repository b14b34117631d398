import * as fc from 'fast-check';
import { lexLimits } from './limits.ts';
import { othersAttributes } from './session-attributes.ts';

describe('attributes of others', () => {
  it('are passed on, but for our own', () => {
    expect(othersAttributes({ topic: 'offers', handOff: 'agent' }, ['handOff'])).toEqual({ topic: 'offers' });
  });

  it('are few and short enough for an answer, whatever the client wrote', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,9}$/),
          fc.string({ unit: fc.constantFrom('a', 'é', '\u0001', '"'), minLength: 300, maxLength: 600 }),
          { minKeys: 20, maxKeys: 40 },
        ),
        (given) => {
          const kept = othersAttributes(given, []);
          const bytes = new TextEncoder().encode(JSON.stringify(kept)).length;
          expect(bytes).toBeLessThanOrEqual(lexLimits.sessionAttributesBytes);
          for (const [name, value] of Object.entries(kept)) expect(given[name]).toBe(value);
        },
      ),
    );
  });
});
