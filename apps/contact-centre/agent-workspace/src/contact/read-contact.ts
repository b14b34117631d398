import type { CallingPolicy } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore, RequestRecord } from '@atlas-engine/interaction-store';
import type { ContactView } from '@atlas-engine/web-contracts';
import type { OwnContact } from '../agents/agent-of-contact.ts';
import type { AgentRequest } from '../http/answer-request.ts';
import { maskNumber } from '../number/mask-number.ts';
import { crmStateOf } from '../wrap-up/crm-state.ts';
import { savedWrapUpOf } from '../wrap-up/saved-wrap-up.ts';
import { checklistOf } from './checklist-of.ts';
import type { FoundMatter } from './find-matter.ts';
import type { HeldConversation } from './known-answers.ts';
import { matterOf, personOf } from './person-of.ts';
import { createReadHistory, type HistoryStore } from './read-history.ts';

export interface ReadContactPorts {
  readonly store: HistoryStore &
    Pick<InteractionStore, 'getScenario' | 'getTranscript' | 'getWrapUp' | 'doNotCall'>;
  readonly clock: Clock;
  readonly policy: CallingPolicy;
  readonly ownContact: (userName: string, contactId: string) => Promise<OwnContact>;
  readonly findMatter: (contact: OwnContact['contact']) => Promise<FoundMatter>;
}

/** `GET /api/contacts/{contactId}`: all that the agent needs on one screen. The full number is not in it. */
export function createReadContact({ store, clock, policy, ...ports }: ReadContactPorts) {
  const readHistory = createReadHistory(store);

  const conversationsOf = async (
    requestId: RequestRecord['request']['requestId'],
  ): Promise<readonly HeldConversation[]> => {
    const calls = await store.listCalls(requestId);
    const held = calls.filter(({ transcript, result }) => transcript !== undefined || result !== undefined);
    const read = held.map(async (call) => ({
      sequence: call.sequence,
      turns: (await store.getTranscript(call))?.turns ?? [],
    }));
    return Promise.all(read);
  };

  const scenarioOf = async ({ request: { requestId } }: RequestRecord) => {
    const scenario = await store.getScenario(requestId);
    return scenario === undefined ? undefined : checklistOf(scenario, await conversationsOf(requestId));
  };

  const knownOf = async ({ record, sequence, phone }: FoundMatter): Promise<Partial<ContactView>> => {
    if (record === undefined) return phone === undefined ? {} : { maskedNumber: maskNumber(phone) };
    const doNotCall = await store.doNotCall.has(record.request.lead.phone);
    return {
      person: personOf(record.request, { at: clock.now(), doNotCall, policy }),
      matter: matterOf(record.request, sequence),
      // A person who calls is not talked to as one who is called.
      scenario: sequence === undefined ? undefined : await scenarioOf(record),
    };
  };

  return async ({ userName, contactId: id }: AgentRequest): Promise<ContactView> => {
    const { contactId, contact } = await ports.ownContact(userName, id);
    const matter = await ports.findMatter(contact);
    const [known, history, wrapUp] = await Promise.all([
      knownOf(matter),
      readHistory(matter.phone, contactId),
      store.getWrapUp(contactId),
    ]);
    return {
      contactId,
      channel: contact.channel,
      identity: matter.identity,
      ...known,
      history,
      ...(wrapUp && { wrapUp: savedWrapUpOf(wrapUp), crm: crmStateOf(wrapUp, matter.record) }),
    };
  };
}
