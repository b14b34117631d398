import type { CallingPolicy } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore, WrapUpNews, WrapUpRecord } from '@atlas-engine/interaction-store';
import type { WrapUpResponse } from '@atlas-engine/web-contracts';
import type { OwnContact } from '../agents/agent-of-contact.ts';
import type { FoundMatter } from '../contact/find-matter.ts';
import type { AgentRequest } from '../http/answer-request.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { crmStateOf } from './crm-state.ts';
import { followUpWarnings } from './follow-up-warning.ts';
import { savedWrapUpOf } from './saved-wrap-up.ts';
import { checkFollowUp, readWrapUp } from './wrap-up-content.ts';
import type { WrapUpQueue } from './wrap-up-queue.ts';

export interface SaveWrapUpPorts {
  readonly store: Pick<InteractionStore, 'saveWrapUp' | 'getWrapUp'>;
  readonly queue: WrapUpQueue;
  readonly clock: Clock;
  readonly policy: CallingPolicy;
  readonly ownContact: (userName: string, contactId: string) => Promise<OwnContact>;
  readonly findMatter: (contact: OwnContact['contact']) => Promise<FoundMatter>;
  readonly onSaved: () => void;
}

/**
 * `PUT /api/contacts/{contactId}/wrap-up`: keeps what the agent says of the contact, once, however often it comes. The CRM
 * hears of it by the queue, which is told first: a message without a wrap-up does nothing, and no wrap-up is without one.
 */
export function createSaveWrapUp({ store, queue, clock, policy, onSaved, ...ports }: SaveWrapUpPorts) {
  const announce = async ({ request, contactId, revision }: WrapUpNews): Promise<void> => {
    if (request === undefined) return;
    await queue.announce({ contactId, requestId: request.requestId, revision: revision + 1 });
  };

  const save = async (news: WrapUpNews): Promise<WrapUpRecord> => {
    const answer = await store.saveWrapUp(news);
    if (answer.kind === 'CONFLICT') throw conflict(answer.wrapUp);
    if (answer.kind === 'SAVED') onSaved();
    return answer.wrapUp;
  };

  return async ({ userName, contactId: id, event }: AgentRequest): Promise<WrapUpResponse> => {
    const { contactId, contact, agent } = await ports.ownContact(userName, id);
    const { content, revision } = readWrapUp(event);
    const [matter, stored] = await Promise.all([ports.findMatter(contact), store.getWrapUp(contactId)]);
    const at = clock.now();
    checkFollowUp(content.followUpAt, stored, at);
    const { phone, record, sequence } = matter;
    const request = record && { requestId: record.request.requestId, sequence };
    const news = { contactId, request, content, phone, agent, revision, at };
    await announce(news);
    const wrapUp = await save(news);
    return {
      wrapUp: savedWrapUpOf(wrapUp),
      crm: crmStateOf(wrapUp, record),
      warnings: [...followUpWarnings(record, content.followUpAt, policy), ...listWarnings(news)],
    };
  };
}

function conflict(stored: WrapUpRecord | undefined): ApiProblem {
  const field = 'revision';
  if (stored === undefined)
    return new ApiProblem('INVALID_REQUEST', 'revision: must be 0, nothing was saved yet', { field });
  const body = { wrapUp: savedWrapUpOf(stored) };
  const message = `revision: ${String(stored.revision)} is stored; look at it, then save again`;
  return new ApiProblem('REVISION_CONFLICT', message, { field, body });
}

function listWarnings({ content, phone }: WrapUpNews): WrapUpResponse['warnings'] {
  if (!content.doNotCall || phone !== undefined) return [];
  const message = 'No number is known of this contact, so none is on the do-not-call list.';
  return [{ code: 'NUMBER_UNKNOWN', message, field: 'doNotCall' }];
}
