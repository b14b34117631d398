import { isWithinBusinessHours } from '@atlas-engine/domain';
import { close, type CodeHookResponse } from '@atlas-engine/lex-contracts';
import { askIntent } from '../conversation/say.ts';
import { sessionAfter } from '../conversation/session.ts';
import type { Turn } from '../conversation/turn.ts';
import type { LexFulfillmentPorts } from '../ports.ts';

/** As long as a customer may take to press the button, in milliseconds. */
const ticketHolds = 10 * 60_000;

type SpeakTurn = Turn<'SpeakToAgent'>;
type Ports = Pick<LexFulfillmentPorts, 'store' | 'count' | 'businessHours' | 'newTicket'>;

/**
 * Hands the conversation to a person: whoever runs it reads the session's `handOff`. A page's chat is also given a
 * ticket, by which it becomes a chat with people, once; a contact has its flow. A text cannot be connected, and out of
 * hours nobody answers: then a call is offered instead.
 */
export function createSpeakToAgent(ports: Ports) {
  const handOver = (turn: SpeakTurn, handOffTicket?: string): CodeHookResponse =>
    close({
      intent: turn.intent,
      state: 'Fulfilled',
      say: turn.texts.handOff,
      sessionAttributes: sessionAfter(turn.session, {
        handOff: 'agent',
        ...(handOffTicket === undefined ? {} : { handOffTicket }),
      }),
    });

  const issue = async ({ sessionId, locale, now }: SpeakTurn): Promise<string> => {
    const ticket = ports.newTicket();
    await ports.store.issueHandOff({ ticket, sessionId, locale, at: now, expiresAt: now + ticketHolds });
    return ticket;
  };

  return async (turn: SpeakTurn): Promise<CodeHookResponse> => {
    const { channel, inContact, texts, session, now } = turn;
    if (channel === 'SMS') return askIntent(texts.sms.noHandOff, sessionAfter(session));
    if (channel !== 'CHAT' || inContact) return handOver(turn);
    if (!isWithinBusinessHours(ports.businessHours, now)) {
      ports.count('HandOffClosed');
      return askIntent(texts.handOffClosed, sessionAfter(session));
    }
    const ticket = await issue(turn);
    ports.count('HandOffOffered');
    return handOver(turn, ticket);
  };
}
