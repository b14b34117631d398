import type { BotIntent, CodeHookResponse } from '@atlas-engine/lex-contracts';
import type { FindTime, FoundTime, Timing } from '../timing/find-time.ts';
import { ask, askAgain, goOn, notDone } from '../conversation/say.ts';
import { readPhone } from '../slots/read-phone.ts';
import { readSlots, valueIn, withSlots } from '../slots/read-slots.ts';
import type { Turn } from '../conversation/turn.ts';

type Intent = BotIntent<'RescheduleCall'>;
type RescheduleTurn = Turn<'RescheduleCall'>;

/** A number, and the time at which its owner now wants the call. */
export type AgreedTime = FoundTime & Required<Pick<FoundTime, 'preferred'>>;

export interface RescheduleCallPorts {
  readonly findTime: FindTime;
  readonly moveCall: (turn: RescheduleTurn, timing: AgreedTime) => Promise<CodeHookResponse>;
}

/** Gathers number and time, then moves the call as far as that is possible. */
export function createRescheduleCall({ findTime, moveCall }: RescheduleCallPorts) {
  return async (turn: RescheduleTurn): Promise<CodeHookResponse> => {
    const { texts, country, fulfil } = turn;
    const { intent, problem } = readSlots(turn.intent, {
      PhoneNumber: (slot) => readPhone(slot, country, texts.invalidPhone),
    });
    if (problem !== undefined) return askAgain(turn, intent, problem);
    const { PhoneNumber, PreferredDate: date, PreferredTime: time } = intent.slots;
    const phone = valueIn(PhoneNumber);
    if (phone === undefined) return fulfil ? ask(turn, intent, 'PhoneNumber') : goOn(turn, intent);
    const timing = await findTime(phone, { date, time }, turn);
    return timing.kind === 'FOUND' ? proceed(turn, intent, timing) : refuse(turn, intent, timing);
  };

  async function proceed(turn: RescheduleTurn, read: Intent, timing: FoundTime): Promise<CodeHookResponse> {
    const { preferred } = timing;
    const intent = withSlots(read, preferred?.slots ?? {});
    if (!turn.fulfil) return goOn(turn, intent);
    return preferred === undefined
      ? ask(turn, intent, 'PreferredDate')
      : moveCall(turn, { ...timing, preferred });
  }
}

function refuse(turn: RescheduleTurn, intent: Intent, timing: Exclude<Timing, FoundTime>): CodeHookResponse {
  switch (timing.kind) {
    case 'UNCALLABLE':
      return askAgain(turn, intent, { slot: 'PhoneNumber', problem: turn.texts.uncallablePhone });
    case 'FORBIDDEN':
      return notDone(turn, turn.texts.mayNotCall);
    case 'PROBLEM':
      return askAgain(turn, intent, timing);
  }
}
