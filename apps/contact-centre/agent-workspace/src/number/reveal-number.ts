import { toIso } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { RevealedNumber } from '@atlas-engine/web-contracts';
import type { OwnContact } from '../agents/agent-of-contact.ts';
import type { FoundMatter } from '../contact/find-matter.ts';
import type { AgentRequest } from '../http/answer-request.ts';
import { ApiProblem } from '../http/api-problem.ts';

export interface RevealNumberPorts {
  readonly store: Pick<InteractionStore, 'recordReveal'>;
  readonly clock: Clock;
  readonly ownContact: (userName: string, contactId: string) => Promise<OwnContact>;
  readonly findMatter: (contact: OwnContact['contact']) => Promise<FoundMatter>;
  readonly onRevealed: () => void;
}

/**
 * `POST /api/contacts/{contactId}/number`: shows the full number, and writes down before who saw it, when and for which
 * contact; each look anew.
 */
export function createRevealNumber({ store, clock, onRevealed, ...ports }: RevealNumberPorts) {
  return async ({ userName, contactId: id, event }: AgentRequest): Promise<RevealedNumber> => {
    const { contactId, contact, agent } = await ports.ownContact(userName, id);
    const { phone, record } = await ports.findMatter(contact);
    if (phone === undefined) throw new ApiProblem('NUMBER_UNKNOWN', 'No number is known of this contact.');
    const at = clock.now();
    const requestId = record?.request.requestId;
    await store.recordReveal({ contactId, requestId, agent, id: event.requestContext.requestId, at });
    onRevealed();
    return { phone, revealedAt: toIso(at) };
  };
}
