import type { FlowWorld, LoadedFlow } from '@atlas-engine/flow-interpreter';
import type { ContactEvent, ContactEventType } from '../contact-events.ts';
import type { ChatItem } from '../chat/chat.ts';
import type { ContactState, FlowRole, RecordingPart } from '../contact.ts';
import type { ConnectResources } from '../resources.ts';

/** What a customer says to a bot in a call. */
export interface BotTurn {
  readonly botAliasArn: string;
  /** As Lex writes it, e.g. `en_US`. */
  readonly localeId: string;
  readonly sessionId: string;
  readonly text: string;
  /** Spoken in a call, or written in a chat. */
  readonly inputMode: 'Speech' | 'Text';
  /** Given with the first turn. */
  readonly sessionAttributes?: Readonly<Record<string, string>> | undefined;
  readonly requestAttributes: Readonly<Record<string, string>>;
}

/** What the bot answers. */
export interface BotAnswer {
  readonly messages: readonly string[];
  /** Whether the conversation is over: its intent is fulfilled, or failed for good. */
  readonly closed: boolean;
  readonly intent: {
    readonly name: string;
    readonly state: string;
    readonly slots: Readonly<Record<string, string>>;
    /** From 0 to 1. */
    readonly confidence?: number | undefined;
  };
  readonly sessionAttributes: Readonly<Record<string, string>>;
}

/** The rest of the cloud, as Connect uses it. */
export interface ConnectPorts {
  /** Hands a contact event to the bus; it is best effort there. */
  emit(event: ContactEvent): Promise<void>;
  /** Stores a finished recording. */
  putRecording(object: { bucket: string; key: string; body: Buffer }): Promise<void>;
  /** Stores the transcript of a chat, JSON. */
  putTranscript(object: { bucket: string; key: string; body: Buffer }): Promise<void>;
  /** A turn with a Lex bot; it throws what Lex would throw. */
  talkToBot(turn: BotTurn): Promise<BotAnswer>;
  /** Runs a function and gives its answer; it throws when the function fails. */
  invokeFunction(functionArn: string, event: unknown): Promise<unknown>;
}

/** What the steps of a contact's life read. */
export interface Stage {
  readonly now: number;
  readonly region: string;
  readonly accountId: string;
  readonly resources: ConnectResources;
  readonly world: FlowWorld;
  /** A number in [0, 1) that depends on the contact and `purpose` alone. */
  readonly chance: (purpose: string) => number;
  /** Starts another flow on the contact; it is here because flows end in flows. */
  readonly startFlow: StartFlow;
  /** How long a customer stays with a person who does not end the call, in milliseconds. */
  readonly customerStays: number;
}

/** Starts a flow on a contact, in place of the one under way. */
export type StartFlow = (
  contact: ContactState,
  next: { readonly flow: LoadedFlow; readonly role: FlowRole },
  stage: Stage,
) => Step;

/** What a step makes happen outside its contact, once the contact is stored. */
export type Effect =
  | { readonly kind: 'event'; readonly type: ContactEventType }
  | { readonly kind: 'recording'; readonly part: RecordingPart }
  | { readonly kind: 'transcript' }
  /** Something that is seen in a chat now, and kept nowhere. */
  | { readonly kind: 'passing'; readonly item: ChatItem }
  | { readonly kind: 'begin'; readonly contact: ContactState }
  /** Somebody waits for an agent, or an agent is free again. */
  | { readonly kind: 'assign' };

export interface Step {
  readonly contact: ContactState;
  readonly effects: readonly Effect[];
}

export const only = (contact: ContactState): Step => ({ contact, effects: [] });

/** A step that also does what another had to do. */
export const and = (effects: readonly Effect[], { contact, effects: more }: Step): Step => ({
  contact,
  effects: [...effects, ...more],
});
