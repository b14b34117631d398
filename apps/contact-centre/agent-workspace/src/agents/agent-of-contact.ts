import { contactIdSchema, type ContactId } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { AgentIdentity } from '@atlas-engine/interaction-store';
import type { ContactCentre, KnownContact } from '../contact-centre/contact-centre.ts';
import { remembered } from '../contact-centre/remembered.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** A contact with the agent who has, or has had, it: the caller. */
export interface OwnContact {
  readonly contactId: ContactId;
  readonly contact: KnownContact;
  readonly agent: AgentIdentity;
}

/** The answer of who has a contact counts for so long; who has had it stays. */
const contactMilliseconds = 60_000;
/** A user's name in Connect hardly ever changes. */
const userMilliseconds = 600_000;

const isSameUser = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Lets only the agent of a contact pass. Amazon Connect decides who that is; user names there and in the pool are the same. */
export function createAgentOfContact({
  contactCentre,
  clock,
}: {
  readonly contactCentre: Pick<ContactCentre, 'describeContact' | 'describeAgent'>;
  readonly clock: Clock;
}) {
  const accepted = async (id: string): Promise<KnownContact | undefined> => {
    const contact = await contactCentre.describeContact(id);
    if (contact !== undefined && contact.agentId === undefined) throw notAccepted();
    return contact;
  };
  const contactOf = remembered(accepted, { clock, milliseconds: contactMilliseconds });
  const agentOf = remembered(contactCentre.describeAgent, { clock, milliseconds: userMilliseconds });

  return async (userName: string, id: string): Promise<OwnContact> => {
    const contactId = contactIdSchema.safeParse(id);
    const contact = contactId.success ? await contactOf(id) : undefined;
    if (contact === undefined || !contactId.success)
      throw new ApiProblem('CONTACT_NOT_FOUND', 'Amazon Connect knows no such contact.');
    const agent = await agentOf(contact.agentId ?? '');
    if (agent === undefined || !isSameUser(agent.userName, userName))
      throw new ApiProblem('NOT_YOUR_CONTACT', 'The contact is, or was, with another agent.');
    return { contactId: contactId.data, contact, agent };
  };
}

const notAccepted = (): ApiProblem =>
  new ApiProblem(
    'CONTACT_NOT_ACCEPTED',
    'No agent has accepted the contact yet, as far as Amazon Connect says. Ask again in a moment.',
  );
