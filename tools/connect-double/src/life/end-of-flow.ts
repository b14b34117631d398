import type { FlowEnd } from '@atlas-engine/flow-interpreter';
import type { ContactState, FlowRole } from '../contact.ts';
import { joinAgent } from './agents.ts';
import { leave } from './leave.ts';
import { enqueue } from './queue.ts';
import { only, type Stage, type Step } from './stage.ts';

type Ending = (contact: ContactState, end: FlowEnd, stage: Stage) => Step;

/** What becomes of a contact whose flow has ended, by what the flow was for. */
const endings: Readonly<Record<FlowRole, Ending>> = {
  AGENT_WHISPER: (contact, _, stage) => joinAgent(contact, 'CustomerWhisper', stage),
  CUSTOMER_WHISPER: (contact, _, stage) => joinAgent(contact, undefined, stage),
  AFTER_AGENT: (contact, _, stage) => leave(contact, 'AGENT_DISCONNECT', stage),
  QUEUE: (contact, end, stage) => (end.kind === 'finished' ? only(contact) : goOn(contact, end, stage)),
  MAIN: (contact, end, stage) => goOn(contact, end, stage),
};

const goOn: Ending = (contact, end, stage) =>
  end.kind === 'queued' || end.kind === 'to-agent'
    ? enqueue(contact, stage)
    : leave(contact, 'CONTACT_FLOW_DISCONNECT', stage);

export const endOfFlow: Ending = (contact, end, stage) =>
  endings[contact.flow?.role ?? 'MAIN'](contact, end, stage);
