import fc from 'fast-check';
import { timeZonesOf } from '../time-zones.ts';
import { decideWhetherToDial } from './decide-whether-to-dial.ts';
import type { DialDecision, Instant, NumberHistory } from './decision.ts';
import { attemptBefore, decisions, minute } from './fixtures/arbitraries.ts';
import { isOpen, wallClock } from './fixtures/oracle.ts';

const firstDial = (decision: DialDecision, now: Instant): Instant => {
  if (decision.kind === 'DIAL') return now;
  return decision.kind === 'WAIT' ? decision.until : Infinity;
};

const underWay = (history: NumberHistory): boolean =>
  history.attempts.some(({ outcome }) => outcome === undefined);

describe('the calling policy', () => {
  it('never dials outside the calling hours of the zone', () => {
    fc.assert(
      fc.property(decisions, (input) => {
        const decision = decideWhetherToDial(input);
        const at = firstDial(decision, input.now);
        if (at === Infinity) return;
        expect(isOpen(input.policy, wallClock(input.question.timeZone!, at))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('never dials outside the calling hours of any zone of a number without a given zone', () => {
    fc.assert(
      fc.property(
        decisions,
        fc.constantFrom('+61412345678', '+79161234567', '+34612345678'),
        (input, phone) => {
          const question = {
            ...input.question,
            timeZone: undefined,
            phone: phone as typeof input.question.phone,
          };
          const at = firstDial(decideWhetherToDial({ ...input, question }), input.now);
          if (at === Infinity) return;
          for (const zone of timeZonesOf(question.phone)) {
            expect(isOpen(input.policy, wallClock(zone, at))).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('dials at the moment that it said, when nothing else has changed', () => {
    fc.assert(
      fc.property(decisions, (input) => {
        const decision = decideWhetherToDial(input);
        if (decision.kind !== 'WAIT' || underWay(input.history)) return;
        expect(decision.until % (15 * minute)).toBe(0);
        expect(decideWhetherToDial({ ...input, now: decision.until }).kind).toBe('DIAL');
      }),
      { numRuns: 600 },
    );
  });

  it('names the first permitted quarter of an hour', () => {
    fc.assert(
      fc.property(decisions, fc.nat(), (input, choice) => {
        const decision = decideWhetherToDial(input);
        if (decision.kind !== 'WAIT' || underWay(input.history)) return;
        const quarters = Math.floor((decision.until - input.now) / (15 * minute));
        if (quarters === 0) return;
        const earlier = decision.until - (1 + (choice % quarters)) * 15 * minute;
        expect(decideWhetherToDial({ ...input, now: Math.max(earlier, input.now) }).kind).not.toBe('DIAL');
      }),
      { numRuns: 300 },
    );
  });

  it('never dials earlier because of one more attempt', () => {
    const more = decisions.chain((input) => fc.tuple(fc.constant(input), attemptBefore(input.now)));
    fc.assert(
      fc.property(more, ([input, attempt]) => {
        const history = { ...input.history, attempts: [...input.history.attempts, attempt] };
        const before = firstDial(decideWhetherToDial(input), input.now);
        const after = firstDial(decideWhetherToDial({ ...input, history }), input.now);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 600 },
    );
  });

  it('refuses a number on the do-not-call list, whatever else holds', () => {
    fc.assert(
      fc.property(decisions, (input) => {
        const history = { ...input.history, doNotCall: true };
        expect(decideWhetherToDial({ ...input, history })).toEqual({ kind: 'REFUSE', reason: 'DO_NOT_CALL' });
      }),
    );
  });

  it('refuses when the history is unknown, whatever else holds', () => {
    fc.assert(
      fc.property(decisions, (input) => {
        const decision = decideWhetherToDial({ ...input, history: undefined });
        expect(decision).toEqual({ kind: 'REFUSE', reason: 'HISTORY_UNKNOWN' });
      }),
    );
  });

  it('never dials more often on a day or in a week than the recipient may be called', () => {
    fc.assert(
      fc.property(decisions, (input) => {
        const at = firstDial(decideWhetherToDial(input), input.now);
        if (at === Infinity) return;
        const dateOf = (instant: Instant) => wallClock(input.question.timeZone!, instant).date;
        const counted = input.history.attempts.filter(
          ({ outcome }) => outcome !== 'REFUSED' && outcome !== 'POSTPONED',
        );
        const today = counted.filter((attempt) => dateOf(attempt.at) === dateOf(at));
        const weekAgo = new Date(Date.parse(dateOf(at)) - 6 * 24 * 60 * minute).toISOString().slice(0, 10);
        const week = counted.filter((attempt) => dateOf(attempt.at) >= weekAgo);
        expect(today.length).toBeLessThan(input.policy.maxAttemptsPerNumberPerDay);
        expect(week.length).toBeLessThan(input.policy.maxAttemptsPerNumberPerWeek);
      }),
      { numRuns: 300 },
    );
  });
});
