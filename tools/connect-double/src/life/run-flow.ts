import { type Advanced, advance, type FlowEvent, startRun } from '@atlas-engine/flow-interpreter';
import type { ContactState } from '../contact.ts';
import { endOfFlow } from './end-of-flow.ts';
import { flowContactOf } from './flow-contact.ts';
import { elapsed } from './speech.ts';
import { putQuestion } from './put-question.ts';
import { only, type Stage, type StartFlow, type Step } from './stage.ts';

/** Starts a flow on a contact, in place of the one under way. */
export const startFlow: StartFlow = (contact, { flow, role }, stage) => {
  const before = contact.flow?.run;
  const start = startRun(flow, before?.contact ?? flowContactOf(contact, stage));
  const run = { ...start, trace: before?.trace ?? [] };
  return take({ ...contact, flow: { role, run } }, advance(run, stage.world), stage);
};

/** Goes on with the flow under way after what came of its question. */
export function resumeFlow(contact: ContactState, event: FlowEvent, stage: Stage): Step {
  if (contact.flow?.ask === undefined) return only(contact);
  return take(contact, advance(contact.flow.run, stage.world, event), stage);
}

function take(contact: ContactState, { run, progress }: Advanced, stage: Stage): Step {
  const role = contact.flow?.role ?? 'MAIN';
  const taken = heedRecording({ ...contact, attributes: run.contact.attributes, flow: { role, run } }, stage);
  return 'ask' in progress ? putQuestion(taken, progress.ask, stage) : endOfFlow(taken, progress.end, stage);
}

/** The automated part is recorded from where the flow says so until it says otherwise. */
function heedRecording(contact: ContactState, { now }: Stage): ContactState {
  const wanted = contact.flow?.run.contact.recording.automatedInteraction ?? false;
  const open = contact.spans.find((span) => span.part === 'ivr' && span.to === undefined);
  if (wanted === (open !== undefined)) return contact;
  const at = elapsed(contact, now);
  const spans = wanted
    ? [...contact.spans, { part: 'ivr', from: at } as const]
    : contact.spans.map((span) => (span === open ? { ...span, to: at } : span));
  return { ...contact, spans };
}
