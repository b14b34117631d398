import { type ContactState, withDue, withoutDues } from '../contact.ts';
import { agentLeaves, takeByAgent } from './agents.ts';
import { leave } from './leave.ts';
import { only, type Stage, type Step } from './stage.ts';

/** How long a contact rings at a person before it is missed, in milliseconds. */
const rings = 20_000;
/** From accepting a call back until its customer has answered, in milliseconds. */
const callBackTakes = 2000;

/** Rings at a person, who accepts it, rejects it or misses it. */
export const offerToPerson = (contact: ContactState, agentId: string, now: number): ContactState =>
  withDue({ ...contact, agent: { id: agentId, isPerson: true } }, { kind: 'missed', at: now + rings });

/** The person has let it ring, or rejected it: it waits again for whoever comes next. */
export function miss(contact: ContactState, now: number): Step {
  const { agent, ...waiting } = withoutDues(contact, 'missed');
  const missedBy = [...(contact.missedBy ?? []), { agentId: agent?.id ?? '', at: now }];
  return { contact: { ...waiting, missedBy }, effects: [{ kind: 'assign' }] };
}

/** The person takes what rings. */
export function accept(contact: ContactState, stage: Stage): Step {
  const { now } = stage;
  const agent = { ...(contact.agent ?? { id: '' }), acceptedAt: now };
  const accepted = { ...withoutDues(contact, 'missed'), agent };
  if (contact.initiationMethod === 'CALLBACK')
    return only(withDue(withoutDues(accepted, 'left'), { kind: 'agent', at: now + callBackTakes }));
  return takeByAgent(accepted, stage);
}

/** The person ends their part; a customer who is left alone goes on in the flow of their hook. */
export function personLeaves(contact: ContactState, stage: Stage): Step {
  const { now } = stage;
  const left = withAgent(contact, { leftAt: now });
  if (contact.disconnectedAt !== undefined) return only(left);
  if (contact.channel === 'TASK') return leave(left, 'AGENT_COMPLETED', stage);
  const isConnected = contact.agent?.connectedAt !== undefined;
  return isConnected ? agentLeaves(withoutDues(left, 'left'), stage) : leave(left, 'AGENT_DISCONNECT', stage);
}

/** The person leaves a customer with somebody else, in another contact. */
export const personHandsOver = (contact: ContactState, stage: Stage): Step =>
  contact.disconnectedAt === undefined
    ? leave(withAgent(contact, { leftAt: stage.now }), 'AGENT_DISCONNECT', stage)
    : only(withAgent(contact, { leftAt: stage.now }));

/** The person's work after the contact is over. */
export function personClears(contact: ContactState, { now }: Pick<Stage, 'now'>): Step {
  const cleared = withAgent(contact, { clearedAt: now });
  return only(
    contact.disconnectedAt === undefined ? cleared : withDue(cleared, { kind: 'completed', at: now }),
  );
}

const withAgent = (contact: ContactState, more: Partial<ContactState['agent']>): ContactState => ({
  ...contact,
  agent: { ...(contact.agent ?? { id: '' }), ...more },
});
