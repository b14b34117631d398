import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { HandOff, HandOffChat, InteractionStore } from '@atlas-engine/interaction-store';
import type { StartChatRequest, StartChatResponse } from '@atlas-engine/web-contracts';
import type { Chats } from './chats/chats.ts';
import { attributesOf } from './conversation/attributes-of.ts';
import { displayNameOf } from './conversation/display-name.ts';
import { firstMessageOf } from './conversation/handed-on.ts';
import { ApiProblem } from './http/api-problem.ts';
import { digestOf } from './ticket-digest.ts';

export interface StartChatPorts {
  readonly store: Pick<InteractionStore, 'spendHandOff' | 'recordHandOffChat'>;
  readonly chats: Chats;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info'>;
  readonly count: (metric: 'ChatStarted' | 'ChatRefused') => void;
}

/**
 * Turns a conversation with the bot into a chat with people, once for each ticket. Who asks again with the same ticket
 * and session gets the same chat, also when an earlier answer was lost.
 *
 * @throws ApiProblem for what the customer is told
 */
export function createStartChat({ store, chats, clock, logger, count }: StartChatPorts) {
  const spend = async ({ ticket, sessionId }: StartChatRequest): Promise<HandOff> => {
    const spent = await store.spendHandOff({ ticket, sessionId, at: clock.now() });
    if (spent.kind === 'SPENT') return spent.handOff;
    count('ChatRefused');
    throw spent.kind === 'EXPIRED'
      ? new ApiProblem('TICKET_EXPIRED', 'This took too long. Ask for a person again.')
      : new ApiProblem('TICKET_UNKNOWN', 'This conversation was not handed over. Ask for a person again.');
  };

  const begin = async (request: StartChatRequest, handOff: HandOff): Promise<HandOffChat> => {
    const chat = await chats.start({
      // What Amazon Connect knows it by holds nobody else's secret.
      token: digestOf(request.ticket),
      displayName: displayNameOf(request.displayName, handOff.locale),
      attributes: attributesOf(request.transcript, handOff),
      firstMessage: firstMessageOf(request.transcript),
    });
    count('ChatStarted');
    logger.info('chat started', { contactId: chat.contactId, requestId: handOff.requestId });
    return store.recordHandOffChat({ ticket: request.ticket, chat });
  };

  return async (request: StartChatRequest): Promise<StartChatResponse> => {
    const handOff = await spend(request);
    return handOff.chat ?? begin(request, handOff);
  };
}
