import { replyInChat } from '../chat/simulated-agent.ts';
import { transcriptKey } from '../chat/transcript-file.ts';
import { type ContactState, type Due, withoutDues } from '../contact.ts';
import { recordingKey } from '../recording.ts';
import { agentLeaves, takeByAgent } from './agents.ts';
import { miss } from './people-steps.ts';
import { leave } from './leave.ts';
import { enqueue } from './queue.ts';
import { answer, initiate } from './ring.ts';
import { resumeFlow } from './run-flow.ts';
import { only, type Stage, type Step } from './stage.ts';

/** What happens at once; bots and functions take their time elsewhere. */
export type Happening = Exclude<Due, { kind: 'function' | 'bot' }>;

type Happenings = {
  readonly [K in Happening['kind']]: (contact: ContactState, due: Due & { kind: K }, stage: Stage) => Step;
};

const happenings: Happenings = {
  initiated: (contact, _, stage) => initiate(contact, stage),
  answered: (contact, _, stage) => answer(contact, stage),
  event: (contact, { event }, stage) => resumeFlow(contact, event, stage),
  queued: (contact, _, stage) => enqueue(contact, stage),
  agent: (contact, _, stage) => takeByAgent(contact, stage),
  missed: (contact, _, { now }) => miss(contact, now),
  talk: (contact, _, stage) => agentLeaves(withoutDues(contact, 'left'), stage),
  left: (contact, { reason }, stage) => leave(contact, reason, stage),
  completed: (contact, _, { now }) => ({
    contact:
      contact.agent === undefined
        ? contact
        : { ...contact, agent: { ...contact.agent, clearedAt: contact.agent.clearedAt ?? now } },
    effects: [
      { kind: 'event', type: 'COMPLETED' },
      // The agent is free again.
      ...(contact.agent === undefined ? [] : [{ kind: 'assign' } as const]),
    ],
  }),
  'chat-reply': (contact, { reply }, stage) => replyInChat(contact, reply, stage),
  'chat-over': (contact, { reason }, stage) => leave(contact, reason, stage),
  transcript(contact, _, { resources }) {
    const place = resources.instance(contact.instanceId).transcripts;
    if (place === undefined) return only(contact);
    const transcript = `${place.bucket}/${transcriptKey(place.prefix, contact)}`;
    return { contact: { ...contact, transcript }, effects: [{ kind: 'transcript' }] };
  },
  recording(contact, { part }, { resources }) {
    const place = resources.instance(contact.instanceId).recordings;
    if (place === undefined) return only(contact);
    const location = `${place.bucket}/${recordingKey(place.prefix, contact, part)}`;
    const recordings = [...contact.recordings, { part, location }];
    return { contact: { ...contact, recordings }, effects: [{ kind: 'recording', part }] };
  },
};

/** A contact after something has happened to it. */
export function happen(contact: ContactState, due: Happening, stage: Stage): Step {
  const live: (contact: ContactState, due: never, stage: Stage) => Step = happenings[due.kind];
  return live(contact, due as never, stage);
}
