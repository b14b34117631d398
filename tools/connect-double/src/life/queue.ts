import { type ContactState, withDue } from '../contact.ts';
import { hookedFlow } from './hooked-flow.ts';
import { and, only, type Stage, type Step } from './stage.ts';

/** How long a customer waits for a person before they hang up, in milliseconds. */
const patience = 300_000;

/** Puts a contact into its queue; what it hears there is the flow of its hook. */
export function enqueue(contact: ContactState, stage: Stage): Step {
  const queueId = contact.flow?.run.contact.queue?.id ?? contact.queueId;
  const queued: ContactState = { ...contact, queueId, enqueuedAt: stage.now };
  const waiting =
    contact.channel === 'VOICE'
      ? withDue(queued, { kind: 'left', reason: 'CUSTOMER_DISCONNECT', at: stage.now + patience })
      : queued;
  const flow = hookedFlow(contact, 'CustomerQueue', stage);
  const step = flow === undefined ? only(waiting) : stage.startFlow(waiting, { flow, role: 'QUEUE' }, stage);
  return and([{ kind: 'event', type: 'QUEUED' }, { kind: 'assign' }], step);
}

/** Whether a contact waits for an agent whom it does not have yet. */
export const isWaiting = ({ enqueuedAt, agent, disconnectedAt }: ContactState): boolean =>
  enqueuedAt !== undefined && agent === undefined && disconnectedAt === undefined;
