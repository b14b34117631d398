import { type PhoneNumber, phoneNumberSchema } from '@atlas-engine/domain';
import type { CodeHookResponse } from '@atlas-engine/lex-contracts';
import type { LexFulfillmentPorts } from '../ports.ts';
import { describeState, type StateOf } from '../requests/request-state.ts';
import { newestOpenRequest } from '../requests/newest-open-request.ts';
import { ask, askAgain, done, goOn } from '../conversation/say.ts';
import { readPhone } from '../slots/read-phone.ts';
import { readSlots, valueIn } from '../slots/read-slots.ts';
import type { Turn } from '../conversation/turn.ts';

/** Tells what became of the newest request for a number. Nothing is said that the asker did not say, but when we call. */
export function createCheckRequestStatus(
  ports: Pick<LexFulfillmentPorts, 'store'> & { readonly stateOf: StateOf },
) {
  const tell = async (phone: PhoneNumber, turn: Turn<'CheckRequestStatus'>): Promise<CodeHookResponse> => {
    const newest = await newestOpenRequest(ports, phone, turn.now);
    return done(turn, newest === undefined ? turn.texts.noRequest : describeState(newest.state, turn.texts));
  };

  return async (turn: Turn<'CheckRequestStatus'>): Promise<CodeHookResponse> => {
    const { texts, country, fulfil } = turn;
    const { intent, problem } = readSlots(turn.intent, {
      PhoneNumber: (slot) => readPhone(slot, country, texts.invalidPhone),
    });
    if (problem !== undefined) return askAgain(turn, intent, problem);
    const phone = valueIn(intent.slots.PhoneNumber);
    if (!fulfil) return goOn(turn, intent);
    return phone === undefined
      ? ask(turn, intent, 'PhoneNumber')
      : tell(phoneNumberSchema.parse(phone), turn);
  };
}
