import { phoneNumberSchema, timeZonesOf } from '@atlas-engine/domain';
import type { IntentName } from '@atlas-engine/lex-contracts';
import { type Callee, planCall } from './plan-call.ts';
import type { LexFulfillmentPorts } from '../ports.ts';
import { type PreferredTime, readPreferredTime, type WishedTime } from './preferred-time.ts';
import type { LocalMoment } from '../texts/texts.ts';
import type { Turn } from '../conversation/turn.ts';

/** Whether and when a number may be called. */
export type Timing =
  /** Nothing tells where the number is, so no time of day is known there. */
  | { readonly kind: 'UNCALLABLE' }
  /** The policy or the do-not-call list forbids it, whatever the time. */
  | { readonly kind: 'FORBIDDEN' }
  | Extract<PreferredTime, { readonly kind: 'PROBLEM' }>
  | {
      readonly kind: 'FOUND';
      readonly callee: Callee;
      /** The time agreed on; absent when none was named. */
      readonly preferred?: Extract<PreferredTime, { readonly kind: 'AT' }>;
      /** When the call is to be expected. */
      readonly expected: LocalMoment;
    };

/** Asks the calling policy about a number and the time that its owner wishes for. */
export function createFindTime({ store, policy }: Pick<LexFulfillmentPorts, 'store' | 'policy'>) {
  return async (e164: string, wished: WishedTime, turn: Turn<IntentName>): Promise<Timing> => {
    const phone = phoneNumberSchema.parse(e164);
    if (timeZonesOf(phone).length === 0) return { kind: 'UNCALLABLE' };
    const { history } = await store.readNumber(phone);
    const callee: Callee = { phone, history };
    const { now, texts } = turn;
    const plan = planCall(callee, { now, policy });
    if (plan.kind === 'REFUSED') return { kind: 'FORBIDDEN' };
    const preferred = readPreferredTime(wished, { callee, now, policy, texts });
    if (preferred.kind === 'PROBLEM') return preferred;
    return preferred.kind === 'NONE'
      ? { kind: 'FOUND', callee, expected: plan.moment }
      : { kind: 'FOUND', callee, preferred, expected: preferred.moment };
  };
}
/** A number that may be called, with the time for it. */
export type FoundTime = Extract<Timing, { readonly kind: 'FOUND' }>;
export type FindTime = ReturnType<typeof createFindTime>;
