import { seededRandom } from '@atlas-engine/simulation';
import {
  converse,
  pickupOf,
  type Conversation,
  type Line,
  type Persona,
  type Pickup,
} from '@atlas-engine/simulated-customers';
import type { ContactStep } from './contact.ts';
import type { FlowWalk } from './flow.ts';

export interface PlanInput {
  readonly contactId: string;
  readonly persona: Persona;
  /** Which call to this number it is, from 1. */
  readonly nth: number;
  readonly now: number;
  readonly walk: FlowWalk;
  readonly attributes: Readonly<Record<string, string>>;
  readonly campaign: boolean;
  /** Only heeded for campaign traffic, as with the service. */
  readonly ringSeconds?: number | undefined;
}

export interface ContactPlan {
  readonly pickup: Pickup;
  readonly lines: readonly Line[];
  readonly steps: readonly ContactStep[];
  readonly amdStatus?: string | undefined;
}

const unanswered: Partial<
  Record<Pickup, { readonly seconds: number; readonly reason: string; readonly amd: string }>
> = {
  NO_ANSWER: { seconds: 60, reason: 'TELECOM_UNANSWERED', amd: 'AMD_UNANSWERED' },
  BUSY: { seconds: 2, reason: 'TELECOM_BUSY', amd: 'SIT_TONE_BUSY' },
  INVALID_NUMBER: { seconds: 1.5, reason: 'TELECOM_NUMBER_INVALID', amd: 'SIT_TONE_INVALID_NUMBER' },
  NETWORK_FAILURE: { seconds: 3, reason: 'TELECOM_PROBLEM', amd: 'AMD_ERROR' },
};

/** Everything that will happen to a contact, with its moments: the same contact id gives the same plan. */
export function planContact(input: PlanInput): ContactPlan {
  const pickup = pickupOf(input.persona, input.nth);
  const failure = unanswered[pickup];
  const plan = failure === undefined ? planConversation(input, pickup) : planFailure(input, pickup, failure);
  return input.campaign ? plan : { ...plan, amdStatus: undefined };
}

const initiation = (now: number) => ({ kind: 'INITIATED', at: now + 200 }) as const;

function planFailure(
  input: PlanInput,
  pickup: Pickup,
  failure: { seconds: number; reason: string; amd: string },
): ContactPlan {
  const patience = input.campaign && input.ringSeconds !== undefined ? input.ringSeconds : 60;
  const seconds = pickup === 'NO_ANSWER' ? patience : failure.seconds;
  const initiated = initiation(input.now);
  return {
    pickup,
    lines: [],
    steps: [initiated, ...ending(initiated.at + seconds * 1000, failure.reason)],
    amdStatus: failure.amd,
  };
}

function planConversation(input: PlanInput, pickup: Pickup): ContactPlan {
  const random = seededRandom(`connect/${input.contactId}`);
  const conversation = spokenIn(input);
  const initiated = initiation(input.now);
  const answeredAt = initiated.at + 5000 + Math.floor(random() * 15_000);
  const endedAt = answeredAt + Math.ceil(secondsOf(conversation.lines) * 1000);
  const recordingAt = endedAt + 5000 + Math.floor(random() * 55_000);
  const reason = conversation.endedBy === 'CUSTOMER' ? 'CUSTOMER_DISCONNECT' : 'CONTACT_FLOW_DISCONNECT';
  const steps: readonly ContactStep[] = [
    initiated,
    { kind: 'CONNECTED_TO_SYSTEM', at: answeredAt },
    ...ending(endedAt, reason),
    ...(input.walk.recorded ? [{ kind: 'RECORDING', at: recordingAt } as const] : []),
  ];
  return {
    pickup,
    lines: conversation.lines,
    steps,
    amdStatus: pickup === 'MACHINE' ? 'VOICEMAIL_BEEP' : 'HUMAN_ANSWERED',
  };
}

const ending = (at: number, reason: string): readonly ContactStep[] => [
  { kind: 'DISCONNECTED', at, reason },
  { kind: 'COMPLETED', at: at + 10 },
];

/** The flow speaks first; where it hands over to the bot the persona answers, with the scenario as the other side. */
function spokenIn({ persona, walk, attributes }: PlanInput): Conversation {
  const say = (text: string): Line => ({ speaker: 'SYSTEM', text });
  const before = walk.before.filter((text) => text !== '');
  if (!walk.bot)
    return { lines: [...before, ...walk.after].filter((text) => text !== '').map(say), endedBy: 'SYSTEM' };
  const conversation = converse(
    persona,
    linesOf(attributes, before.at(-1) ?? ''),
    attributes['locale'] ?? 'en-US',
  );
  const closed =
    conversation.endedBy === 'CUSTOMER'
      ? []
      : walk.after.filter((text) => text !== '' && text !== attributes['closing']);
  return {
    lines: [...before.slice(0, -1).map(say), ...conversation.lines, ...closed.map(say)],
    endedBy: conversation.endedBy,
  };
}

function linesOf(attributes: Readonly<Record<string, string>>, greeting: string) {
  const numbered = (name: string) =>
    Array.from({ length: 6 }, (_, index) => attributes[`${name}${index + 1}`]).filter(
      (value) => value !== undefined,
    );
  return {
    greeting,
    talkingPoints: numbered('talkingPoint'),
    questions: numbered('question'),
    closing: attributes['closing'] ?? '',
    voicemailMessage: attributes['voicemailMessage'] ?? '',
    objectionAnswer: attributes['objectionAnswer1'],
  };
}

/** Seconds of a line at telephone pace, with the pause before it. */
export const secondsOfLine = (line: Line): number => 0.5 + line.text.split(/\s+/).length / 2.8;

const secondsOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + secondsOfLine(line), 1);
