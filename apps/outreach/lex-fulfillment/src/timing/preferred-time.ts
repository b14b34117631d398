import {
  type CallingPolicy,
  type Instant,
  localTimeOf,
  millisecondsPerDay,
  offsetOf,
  toIso,
} from '@atlas-engine/domain';
import { filledSlot, type Slot } from '@atlas-engine/lex-contracts';
import { type Callee, momentOfLocal, planCall, quarterHour, zoneOf } from './plan-call.ts';
import { readDay, readTimes } from '../slots/read-day-and-time.ts';
import type { LocalMoment, Texts } from '../texts/texts.ts';

type TimeSlot = 'PreferredDate' | 'PreferredTime';

/** The day and the time that the customer named; either may be missing. */
export interface WishedTime {
  readonly date: Slot | null;
  readonly time: Slot | null;
}

/** `NONE`: no time was named. `AT`: the time is one at which calls are placed. */
export type PreferredTime =
  | { readonly kind: 'NONE' }
  | {
      readonly kind: 'PROBLEM';
      readonly slot: TimeSlot;
      readonly problem: string;
      readonly forget: readonly TimeSlot[];
    }
  | {
      readonly kind: 'AT';
      readonly moment: LocalMoment;
      readonly slots: Readonly<Record<TimeSlot, Slot>>;
    };

/** What a wish is judged by. */
export interface TimeQuestion {
  readonly callee: Callee;
  readonly now: Instant;
  readonly policy: CallingPolicy;
  readonly texts: Texts;
}

const both: readonly TimeSlot[] = ['PreferredDate', 'PreferredTime'];

const problemWith = (
  slot: TimeSlot,
  problem: string,
  forget: readonly TimeSlot[] = [slot],
): PreferredTime => ({
  kind: 'PROBLEM',
  slot,
  problem,
  forget,
});

/**
 * The instant that the customer means, on the clocks where they are, if calls are placed then; else what to ask.
 * A time without a day is its next one. Of a time that may mean two, the one that is possible counts.
 */
export function readPreferredTime({ date, time }: WishedTime, question: TimeQuestion): PreferredTime {
  const { texts } = question;
  if (date === null && time === null) return { kind: 'NONE' };
  const day = date === null ? undefined : readDay(date);
  if (date !== null && day === undefined) return problemWith('PreferredDate', texts.unclearDate);
  if (time === null) return problemWith('PreferredTime', texts.whichTime, []);
  const times = readTimes(time);
  if (times.length === 0) return problemWith('PreferredTime', texts.unclearTime);
  return chooseMoment(momentsOf(day, times, question), { date, time }, question);
}

function momentsOf(
  day: number | undefined,
  times: readonly number[],
  { callee, now }: TimeQuestion,
): readonly LocalMoment[] {
  const today = localTimeOf(zoneOf(callee.phone), now).day * millisecondsPerDay;
  const candidates = times.flatMap((time) =>
    day === undefined ? [today + time, today + millisecondsPerDay + time] : [day + time],
  );
  return candidates
    .map((local) => momentOfLocal(callee.phone, local))
    .filter((moment) => moment !== undefined)
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at);
}

function chooseMoment(
  moments: readonly LocalMoment[],
  wished: WishedTime,
  { callee, now, policy, texts }: TimeQuestion,
): PreferredTime {
  const [first] = moments;
  if (first === undefined) return problemWith('PreferredDate', texts.pastTime, both);
  const plans = moments.map((moment) => ({ moment, plan: planCall(callee, { now, policy }, moment) }));
  const fitting = plans.find(
    ({ moment, plan }) => plan.kind === 'POSSIBLE' && plan.moment.at - moment.at < quarterHour,
  );
  if (fitting !== undefined) return agreed(fitting.moment, wished);
  const later = plans[0]?.plan;
  if (later?.kind !== 'POSSIBLE') return problemWith('PreferredDate', texts.tooFarAhead, both);
  const sameDay = localDay(later.moment) === localDay(first);
  return sameDay
    ? problemWith('PreferredTime', texts.outsideHours(later.moment))
    : problemWith('PreferredDate', texts.outsideHours(later.moment), both);
}

const localDay = ({ zone, at }: LocalMoment): number => localTimeOf(zone, at).day;

/** The slots with the agreed day and time, so that the next turn reads them the same way. */
function agreed(moment: LocalMoment, { date, time }: WishedTime): PreferredTime {
  const local = toIso(moment.at + offsetOf(moment.zone, moment.at));
  return {
    kind: 'AT',
    moment,
    slots: {
      PreferredDate: filledSlot(local.slice(0, 10), date?.value.originalValue),
      PreferredTime: filledSlot(local.slice(11, 16), time?.value.originalValue),
    },
  };
}
