import { phoneNumberSchema } from '@atlas-engine/domain';
import type { CodeHookResponse } from '@atlas-engine/lex-contracts';
import type { LexFulfillmentPorts } from '../ports.ts';
import { ask, askAgain, done, goOn } from '../conversation/say.ts';
import { readPhone } from '../slots/read-phone.ts';
import { readSlots, valueIn } from '../slots/read-slots.ts';
import type { Turn } from '../conversation/turn.ts';

/** Puts a number on the do-not-call list. The dialler asks the list at each call, also for requests under way. */
export function createOptOut({ store, count }: Pick<LexFulfillmentPorts, 'store' | 'count'>) {
  return async (turn: Turn<'OptOut'>): Promise<CodeHookResponse> => {
    const { texts, country, channel, now } = turn;
    const { intent, problem } = readSlots(turn.intent, {
      PhoneNumber: (slot) => readPhone(slot, country, texts.invalidPhone),
    });
    if (problem !== undefined) return askAgain(turn, intent, problem);
    const phone = valueIn(intent.slots.PhoneNumber);
    if (!turn.fulfil) return goOn(turn, intent);
    if (phone === undefined) return ask(turn, intent, 'PhoneNumber');
    await store.doNotCall.add({ phone: phoneNumberSchema.parse(phone), source: channel, at: now });
    count('OptedOut');
    return done(turn, texts.optedOut);
  };
}
