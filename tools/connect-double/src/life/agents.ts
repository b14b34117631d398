import { talkWithAgent } from '@atlas-engine/simulated-customers';
import { agentParticipantId, joinChat, leaveChat, withAgent } from '../chat/presence.ts';
import { greetInChat } from '../chat/agent-script.ts';
import { type ContactState, withDue, withoutDues } from '../contact.ts';
import { hookedFlow } from './hooked-flow.ts';
import { leave, recordingAt } from './leave.ts';
import { elapsed, pause, speak } from './speech.ts';
import type { Stage, Step } from './stage.ts';

/** From being offered a contact until the agent has taken it, in milliseconds. */
const offerTakes = 3000;
/** How long an agent works on a task, in milliseconds. */
const taskTakes = 60_000;

/** Gives a waiting contact to a simulated agent, who takes it in a moment. */
export const offer = (contact: ContactState, agentId: string, now: number): ContactState =>
  withDue({ ...contact, agent: { id: agentId } }, { kind: 'agent', at: now + offerTakes });

/** An agent has taken the contact: each side hears its whisper first. */
export function takeByAgent(contact: ContactState, stage: Stage): Step {
  const taken = withoutDues(contact, 'event', 'function', 'bot', 'left', 'agent');
  return joinAgent(taken, 'AgentWhisper', stage);
}

/** Plays the whisper of a hook, or joins customer and agent when there is none left. */
export function joinAgent(
  contact: ContactState,
  whisper: 'AgentWhisper' | 'CustomerWhisper' | undefined,
  stage: Stage,
): Step {
  if (whisper === undefined) return join(contact, stage);
  const flow = hookedFlow(contact, whisper, stage);
  const role = whisper === 'AgentWhisper' ? 'AGENT_WHISPER' : 'CUSTOMER_WHISPER';
  if (flow !== undefined) return stage.startFlow(contact, { flow, role }, stage);
  return joinAgent(contact, whisper === 'AgentWhisper' ? 'CustomerWhisper' : undefined, stage);
}

function join(contact: ContactState, stage: Stage): Step {
  const { now } = stage;
  const connected: ContactState = {
    ...contact,
    agent: { ...(contact.agent ?? { id: '' }), connectedAt: now },
    // A call back reaches its customer only now.
    connectedAt: contact.connectedAt ?? now,
    spans: contact.spans.map((span) => ({ ...span, to: span.to ?? elapsed(contact, now) })),
  };
  return { contact: occupied(connected, stage), effects: [{ kind: 'event', type: 'CONNECTED_TO_AGENT' }] };
}

/** A person ends what they have themselves; a customer on the phone stays with them for a while. */
function occupied(contact: ContactState, stage: Stage): ContactState {
  const isPerson = contact.agent?.isPerson === true;
  if (contact.channel === 'VOICE') return converse(contact, stage);
  if (contact.channel === 'TASK') return isPerson ? contact : withTalk(contact, stage.now + taskTakes);
  const joined = joinAgentToChat(contact, stage);
  return isPerson ? joined : greetInChat(joined, stage);
}

function joinAgentToChat(contact: ContactState, { now, world }: Stage): ContactState {
  const id = contact.agent?.id ?? '';
  const name = world.agent(id)?.firstName ?? id;
  return joinChat(withAgent(contact, { id, name }), agentParticipantId(contact.id, id), now);
}

const withTalk = (contact: ContactState, at: number): ContactState => withDue(contact, { kind: 'talk', at });

/** The two talk, recorded when the flow says so; what was recorded before them is stored. */
function converse(contact: ContactState, stage: Stage): ContactState {
  const at = elapsed(contact, stage.now);
  const isRecorded = (contact.flow?.run.contact.recording.participants ?? []).length > 0;
  const spans = [...contact.spans, ...(isRecorded ? [{ part: 'agent', from: at } as const] : [])];
  const said = talk({ ...contact, spans }, at);
  const talked =
    contact.agent?.isPerson === true
      ? withDue(said.contact, leavesAt(stage.now + stage.customerStays))
      : withTalk(said.contact, stage.now + (said.to - at));
  const hasRecording = contact.spans.some((span) => span.part === 'ivr');
  return hasRecording
    ? withDue(talked, { kind: 'recording', part: 'ivr', at: recordingAt('ivr', stage) })
    : talked;
}

const leavesAt = (at: number) => ({ kind: 'left', reason: 'CUSTOMER_DISCONNECT', at }) as const;

function talk(contact: ContactState, at: number): { contact: ContactState; to: number } {
  return talkWithAgent(contact.attributes['locale'] ?? 'en-US').reduce(
    (said, { speaker, text }) => speak(said.contact, speaker, { text, from: said.to + pause }),
    { contact, to: at },
  );
}

const leaveTheirChat = (contact: ContactState, now: number): ContactState =>
  contact.channel === 'CHAT'
    ? leaveChat(contact, agentParticipantId(contact.id, contact.agent?.id ?? ''), now)
    : contact;

/** The agent hangs up; a customer who is still there goes on in the flow of their hook. */
export function agentLeaves(contact: ContactState, stage: Stage): Step {
  const spans = contact.spans.map((span) => ({ ...span, to: span.to ?? elapsed(contact, stage.now) }));
  const alone = leaveTheirChat({ ...contact, spans }, stage.now);
  const flow = hookedFlow(contact, 'CustomerRemaining', stage);
  if (flow === undefined) return leave(alone, 'AGENT_DISCONNECT', stage);
  const run = contact.flow?.run;
  // The agent's talk was the last thing that is recorded.
  const quiet = run && {
    ...run,
    contact: { ...run.contact, recording: { participants: [], automatedInteraction: false } },
  };
  const remaining =
    quiet === undefined ? alone : { ...alone, flow: { role: 'AFTER_AGENT', run: quiet } as const };
  return stage.startFlow(remaining, { flow, role: 'AFTER_AGENT' }, stage);
}
