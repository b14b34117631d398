import { type Pickup, phrasesIn } from '@atlas-engine/simulated-customers';
import { beginChat } from '../chat/begin.ts';
import { type ContactState, withDue } from '../contact.ts';
import { joinAgent } from './agents.ts';
import { enqueue } from './queue.ts';
import { startFlow } from './run-flow.ts';
import { speak } from './speech.ts';
import { and, type Stage, type Step } from './stage.ts';

/** How the network ends a call that nobody takes: after how many seconds, and with which reason. */
const unanswered: Partial<
  Record<Pickup, { readonly seconds: number; readonly reason: string; readonly amd: string }>
> = {
  NO_ANSWER: { seconds: 60, reason: 'TELECOM_UNANSWERED', amd: 'AMD_UNANSWERED' },
  BUSY: { seconds: 2, reason: 'TELECOM_BUSY', amd: 'SIT_TONE_BUSY' },
  INVALID_NUMBER: { seconds: 1.5, reason: 'TELECOM_NUMBER_INVALID', amd: 'SIT_TONE_INVALID_NUMBER' },
  NETWORK_FAILURE: { seconds: 3, reason: 'TELECOM_PROBLEM', amd: 'AMD_ERROR' },
};

/** The contact exists, and a call rings. */
export function initiate(contact: ContactState, stage: Stage): Step {
  const event = { kind: 'event', type: 'INITIATED' } as const;
  // Who is transferred is on the line already.
  if (contact.channel !== 'VOICE' || contact.initiationMethod === 'TRANSFER')
    return and([event], answer(contact, stage));
  const failure = unanswered[contact.pickup];
  if (failure === undefined) {
    const rings = 5000 + Math.floor(stage.chance('ring') * 15_000);
    return { contact: withDue(contact, { kind: 'answered', at: stage.now + rings }), effects: [event] };
  }
  // The ring time-out is heeded for campaign traffic only, as with the service.
  const patience = contact.pickup === 'NO_ANSWER' && contact.campaign ? contact.ringSeconds : undefined;
  const at = stage.now + (patience ?? failure.seconds) * 1000;
  const failing = withAmd(contact, failure.amd);
  return { contact: withDue(failing, { kind: 'left', reason: failure.reason, at }), effects: [event] };
}

/** Somebody or a machine has picked up: the flow begins. */
export function answer(contact: ContactState, stage: Stage): Step {
  const { now } = stage;
  const isMachine = contact.pickup === 'MACHINE';
  const connected = withAmd(
    { ...contact, connectedAt: now },
    isMachine ? 'VOICEMAIL_BEEP' : 'HUMAN_ANSWERED',
  );
  const greeting = phrasesIn(contact.attributes['locale'] ?? 'en-US').machine;
  const heard = isMachine
    ? speak(connected, 'CUSTOMER', { text: greeting, from: 500 }).contact
    : beginChat(connected, stage);
  const events = [{ kind: 'event', type: 'CONNECTED_TO_SYSTEM' }] as const;
  if (contact.initiationMethod === 'OUTBOUND') return and(events, joinAgent(heard, undefined, stage));
  const flow = stage.resources.findFlow(contact.instanceId, contact.flowId);
  // A transfer to an agent, without a flow of its own.
  if (flow === undefined && contact.initiationMethod === 'TRANSFER')
    return and(events, enqueue(heard, stage));
  return and(
    events,
    startFlow(
      heard,
      { flow: flow ?? stage.resources.flow(contact.instanceId, contact.flowId), role: 'MAIN' },
      stage,
    ),
  );
}

const withAmd = (contact: ContactState, amdStatus: string): ContactState =>
  contact.campaign ? { ...contact, amdStatus } : contact;
