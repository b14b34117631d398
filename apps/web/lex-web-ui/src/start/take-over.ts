import type { ChatConfiguration } from '@atlas-engine/web-contracts';
import { browserClock } from '../conversation/clock.ts';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { createPerson, type Person } from '../person/person.ts';
import { requestChat } from '../person/start-chat-request.ts';
import type { Services } from './create-services.ts';

/** People who take over, with the library of their chats loaded when the first one is asked for. */
export function takeOver(store: Store<ChatState>, { region }: ChatConfiguration, services: Services): Person {
  const { endpoints, network } = services;
  return createPerson({
    store,
    clock: browserClock,
    newId: () => crypto.randomUUID(),
    request: (wanted) => requestChat(network, endpoints.api, wanted),
    join: async (chat, hearer) => {
      const { joinChat } = await import('../live-chat/join-chat.ts');
      return joinChat({ endpoint: endpoints.participant, region })(chat, hearer);
    },
  });
}

/** The session attribute that lets a customer ask for a person, once. */
const ticketAttribute = 'handOffTicket';

/** The ticket that the bot gave with an answer, when people may take over. */
export const ticketOf = (
  { handOff }: ChatConfiguration,
  attributes: Readonly<Record<string, string>> | null | undefined,
): string | undefined => (handOff ? attributes?.[ticketAttribute] : undefined);
