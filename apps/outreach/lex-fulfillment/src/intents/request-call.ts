import {
  type BotIntent,
  type CodeHookResponse,
  slotNamesOf,
  atlasEngineBot,
} from '@atlas-engine/lex-contracts';
import type { FindTime, FoundTime, Timing } from '../timing/find-time.ts';
import type { LexFulfillmentPorts } from '../ports.ts';
import type { StateOf } from '../requests/request-state.ts';
import { ask, askAgain, goOn, notDone } from '../conversation/say.ts';
import { readConsent } from '../slots/read-consent.ts';
import { readInterest } from '../slots/read-interest.ts';
import { readName } from '../slots/read-name.ts';
import { readPhone } from '../slots/read-phone.ts';
import { readSlots, slotOf, type SlotReaders, valueIn, withSlots } from '../slots/read-slots.ts';
import { found, unusable } from '../slots/reading.ts';
import { createStartRequest } from '../requests/start-request.ts';
import type { Turn } from '../conversation/turn.ts';

type Intent = BotIntent<'RequestCall'>;
type CallTurn = Turn<'RequestCall'>;

const readersFor = ({ texts, country }: CallTurn): SlotReaders<'RequestCall'> => ({
  FirstName: (slot) => readName(slot, 40, texts.invalidName),
  LastName: (slot) => readName(slot, 80, texts.invalidName),
  PhoneNumber: (slot) => readPhone(slot, country, texts.invalidPhone),
  Interest: (slot) => readInterest(slot, texts.invalidInterest),
  Consent: (slot) => (readConsent(slot) === 'YES' ? found('Yes') : unusable(texts.unclearConsent)),
});

const requiredSlots = slotNamesOf('RequestCall').filter(
  (slot) => atlasEngineBot.intents.RequestCall.slots[slot].required,
);

/** Gathers what a call needs and starts the workflow. Everything is checked again when it is to be fulfilled. */
export function createRequestCall(
  ports: Pick<LexFulfillmentPorts, 'store' | 'workflow' | 'count' | 'logger'> & {
    readonly findTime: FindTime;
    readonly stateOf: StateOf;
  },
) {
  const start = createStartRequest(ports);
  return async (turn: CallTurn): Promise<CodeHookResponse> => {
    const { Consent } = turn.intent.slots;
    if (Consent !== null && readConsent(Consent) === 'NO') return notDone(turn, turn.texts.consentRefused);
    const { intent, problem } = readSlots(turn.intent, readersFor(turn));
    if (problem !== undefined) return askAgain(turn, intent, problem);
    const { PhoneNumber, PreferredDate: date, PreferredTime: time } = intent.slots;
    const phone = valueIn(PhoneNumber);
    if (phone === undefined) return turn.fulfil ? ask(turn, intent, 'PhoneNumber') : goOn(turn, intent);
    const timing = await ports.findTime(phone, { date, time }, turn);
    return timing.kind === 'FOUND' ? proceed(turn, intent, timing) : refuse(turn, intent, timing);
  };

  async function proceed(turn: CallTurn, read: Intent, timing: FoundTime): Promise<CodeHookResponse> {
    const intent = withSlots(read, timing.preferred?.slots ?? {});
    if (!turn.fulfil) return goOn(turn, intent);
    const missing = requiredSlots.find((slot) => slotOf(intent, slot) === null);
    return missing === undefined ? start(turn, intent, timing) : ask(turn, intent, missing);
  }
}

function refuse(turn: CallTurn, intent: Intent, timing: Exclude<Timing, FoundTime>): CodeHookResponse {
  switch (timing.kind) {
    case 'UNCALLABLE':
      return askAgain(turn, intent, { slot: 'PhoneNumber', problem: turn.texts.uncallablePhone });
    case 'FORBIDDEN':
      return notDone(turn, turn.texts.mayNotCall);
    case 'PROBLEM':
      return askAgain(turn, intent, timing);
  }
}
