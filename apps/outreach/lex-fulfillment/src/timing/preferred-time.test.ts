import {
  decideWhetherToDial,
  defaultCallingPolicy,
  millisecondsPerMinute,
  toIso,
} from '@atlas-engine/domain';
import { americanPhone, britishPhone } from '@atlas-engine/domain/testing';
import { filledSlot } from '@atlas-engine/lex-contracts';
import fc from 'fast-check';
import { monday } from '../fixtures/world.ts';
import { textsOf } from '../texts/texts-of.ts';
import { readPreferredTime } from './preferred-time.ts';

const history = { attempts: [], doNotCall: false };
const policy = defaultCallingPolicy;
const two = (value: number) => String(value).padStart(2, '0');

describe('a preferred time', () => {
  it('is agreed on only when the dialler will call within a quarter of an hour of it', () => {
    const cases = fc.record({
      phone: fc.constantFrom(
        americanPhone(),
        britishPhone(),
        americanPhone(1, '808'),
        americanPhone(2, '907'),
      ),
      now: fc.integer({ min: monday, max: monday + 7 * 1440 * millisecondsPerMinute }),
      day: fc.integer({ min: 0, max: 20 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      dated: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ phone, now, day, minute, dated }) => {
        const date = filledSlot(toIso(now + day * 86_400_000).slice(0, 10));
        const time = filledSlot(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
        const wished = { date: dated ? date : null, time };
        const callee = { phone, history };
        const answer = readPreferredTime(wished, { callee, now, policy, texts: textsOf('en_US') });
        expect(['AT', 'PROBLEM']).toContain(answer.kind);
        if (answer.kind !== 'AT') return;
        const { at } = answer.moment;
        const consent = { at: toIso(now), source: 'chat' };
        const question = { requestId: 'r' as never, phone, consent, notBefore: at };
        const decided = decideWhetherToDial({ question, history, now, policy });
        expect(decided).toMatchObject({ kind: 'WAIT' });
        const until = decided.kind === 'WAIT' ? decided.until : NaN;
        expect(until - at).toBeGreaterThanOrEqual(0);
        expect(until - at).toBeLessThan(15 * millisecondsPerMinute);
        const again = { date: answer.slots.PreferredDate, time: answer.slots.PreferredTime };
        expect(readPreferredTime(again, { callee, now, policy, texts: textsOf('en_US') })).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });
});
