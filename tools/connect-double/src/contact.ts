import type { Ask, FlowEvent, FlowRun } from '@atlas-engine/flow-interpreter';
import type { Persona, Pickup } from '@atlas-engine/simulated-customers';
import type { Chat, ChatReply } from './chat/chat.ts';

/** Something said in a call. Times are milliseconds since the customer answered. */
export interface SpokenLine {
  readonly speaker: 'SYSTEM' | 'CUSTOMER' | 'AGENT';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A recording by what it holds: the automated part, or the talk with an agent. */
export type RecordingPart = 'ivr' | 'agent';

/** Something that will happen to a contact, at a moment that is settled. Epoch milliseconds. */
export type Due = { readonly at: number } & (
  | { readonly kind: 'initiated' }
  | { readonly kind: 'answered' }
  /** The flow under way goes on with what came of its question. */
  | { readonly kind: 'event'; readonly event: FlowEvent }
  | { readonly kind: 'function' }
  /** The customer has said something to the bot. */
  | { readonly kind: 'bot'; readonly said: string }
  | { readonly kind: 'queued' }
  | { readonly kind: 'agent' }
  /** A person has let the offered contact ring. */
  | { readonly kind: 'missed' }
  | { readonly kind: 'talk' }
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'completed' }
  | { readonly kind: 'recording'; readonly part: RecordingPart }
  /** What a simulated agent writes next in a chat. */
  | { readonly kind: 'chat-reply'; readonly reply: ChatReply }
  /** A chat ends by its time, whoever has it then. */
  | { readonly kind: 'chat-over'; readonly reason: 'EXPIRED' | 'CUSTOMER_CONNECTION_NOT_ESTABLISHED' }
  /** The transcript of a chat is stored. */
  | { readonly kind: 'transcript' }
);

/** Which flow is under way. */
export type FlowRole = 'MAIN' | 'QUEUE' | 'AGENT_WHISPER' | 'CUSTOMER_WHISPER' | 'AFTER_AGENT';

export interface FlowUnderWay {
  readonly role: FlowRole;
  readonly run: FlowRun;
  /** What it waits for; nothing when it has ended and the contact goes on without it. */
  readonly ask?: Ask;
  /** How far a conversation with a bot is. */
  readonly bot?: { readonly silences: number; readonly heard: string; readonly begun: boolean };
}

/** Part of a call in which what is said is kept, in milliseconds since the customer answered. */
export interface RecordedSpan {
  readonly part: RecordingPart;
  readonly from: number;
  readonly to?: number;
}

export interface Recording {
  readonly part: RecordingPart;
  readonly location: string;
}

/** The agent who is offered, has, or has had a contact. Moments are epoch milliseconds. */
export interface ContactAgent {
  readonly id: string;
  /** Sits at the control panel and decides; other agents are simulated. */
  readonly isPerson?: true;
  readonly acceptedAt?: number;
  readonly connectedAt?: number;
  readonly leftAt?: number;
  /** When a person's after-contact work was over. */
  readonly clearedAt?: number;
}

/** A contact as the double keeps it. What comes next is in `dues`, so that a restart goes on where it was. */
export interface ContactState {
  readonly id: string;
  readonly instanceId: string;
  readonly channel: 'VOICE' | 'CHAT' | 'TASK';
  /** Who takes part in a chat, and what was written. */
  readonly chat?: Chat | undefined;
  readonly initiationMethod: 'API' | 'FLOW' | 'CALLBACK' | 'OUTBOUND' | 'TRANSFER';
  readonly flowId: string;
  readonly relatedContactId?: string | undefined;
  /** The contact whose agent transferred its customer here. */
  readonly previousContactId?: string | undefined;
  /** The first of a chain of transfers; absent from the first itself. */
  readonly initialContactId?: string | undefined;
  /** The only agent who may have it; without it any of the queue. */
  readonly targetAgentId?: string | undefined;
  readonly name?: string | undefined;
  readonly destination?: string | undefined;
  readonly source?: string | undefined;
  readonly queueId?: string | undefined;
  readonly clientToken?: string | undefined;
  readonly campaign: boolean;
  readonly ringSeconds?: number | undefined;
  readonly persona: Persona;
  readonly pickup: Pickup;
  readonly initiatedAt: number;
  /** The attributes now; the flow under way has the same. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly flow?: FlowUnderWay | undefined;
  readonly lines: readonly SpokenLine[];
  /** How many messages the customer has heard, and how often they have spoken. */
  readonly heard: number;
  readonly spoken: number;
  readonly spans: readonly RecordedSpan[];
  readonly dues: readonly Due[];
  readonly connectedAt?: number;
  readonly enqueuedAt?: number;
  readonly agent?: ContactAgent | undefined;
  /** People who let it ring, and when. */
  readonly missedBy?: readonly { readonly agentId: string; readonly at: number }[];
  readonly disconnectedAt?: number;
  readonly disconnectReason?: string;
  readonly recordings: readonly Recording[];
  /** Where the transcript of a chat is, once it is stored: bucket and key. */
  readonly transcript?: string | undefined;
  readonly amdStatus?: string | undefined;
  readonly updatedAt: number;
}

export const isActive = (contact: ContactState): boolean => contact.disconnectedAt === undefined;

/** A contact with one more thing to come. */
export const withDue = (contact: ContactState, ...dues: readonly Due[]): ContactState => ({
  ...contact,
  dues: [...contact.dues, ...dues],
});

/** A contact without the things to come of some kinds. */
export const withoutDues = (contact: ContactState, ...kinds: readonly Due['kind'][]): ContactState => ({
  ...contact,
  dues: contact.dues.filter((due) => !kinds.includes(due.kind)),
});

/** The next thing that happens to a contact. */
export const nextDue = ({ dues }: ContactState): Due | undefined =>
  dues.reduce<Due | undefined>(
    (first, due) => (first === undefined || due.at < first.at ? due : first),
    undefined,
  );

/** A contact with other attributes, also for the flow under way. */
export function withAttributes(
  contact: ContactState,
  attributes: Readonly<Record<string, string>>,
): ContactState {
  const { flow } = contact;
  if (flow === undefined) return { ...contact, attributes };
  const run = { ...flow.run, contact: { ...flow.run.contact, attributes } };
  return { ...contact, attributes, flow: { ...flow, run } };
}
