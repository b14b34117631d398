export interface Endpoint {
  readonly address: string;
  readonly type: 'TELEPHONE_NUMBER' | 'CHAT' | 'VOIP';
}

export interface QueueView {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly callerId?: string | undefined;
}

export interface AgentView {
  readonly id: string;
  readonly arn: string;
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Whom a recording keeps, as the last block that set it says. */
export interface RecordingBehavior {
  readonly participants: readonly ('Agent' | 'Customer')[];
  readonly automatedInteraction: boolean;
}

/** What a flow can read and change of its contact; it outlives the flow. JSON, so that it can be stored. */
export interface FlowContact {
  readonly id: string;
  readonly initialContactId: string;
  readonly previousContactId?: string | undefined;
  readonly instanceArn: string;
  readonly region: string;
  readonly channel: 'VOICE' | 'CHAT' | 'TASK';
  readonly initiationMethod: string;
  readonly customerEndpoint?: Endpoint | undefined;
  readonly systemEndpoint?: Endpoint | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly languageCode?: string | undefined;
  readonly customerId?: string | undefined;
  readonly references: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly queue?: QueueView | undefined;
  /** Set instead of a queue when the target is one agent. */
  readonly targetAgent?: AgentView | undefined;
  /** The agent who is, or is about to be, connected. */
  readonly agent?: AgentView | undefined;
  readonly voice: { readonly name: string; readonly engine?: string; readonly style?: string };
  readonly logging: boolean;
  readonly recording: RecordingBehavior;
  /** Flow by hook: `CustomerQueue`, `AgentWhisper`, … */
  readonly hooks: Readonly<Record<string, string>>;
  readonly callbackNumber?: string | undefined;
  readonly routing: { readonly priority?: number; readonly adjustSeconds?: number };
  /** What call progress analysis heard; only campaign traffic has it. */
  readonly callStatus?: 'CallAnswered' | 'VoicemailBeep' | 'VoicemailNoBeep' | 'NotDetected' | undefined;
}

/** The part of a contact that must be given; the rest starts as the service's defaults. */
export type NewContact = Pick<FlowContact, 'id' | 'instanceArn' | 'region' | 'channel' | 'initiationMethod'> &
  Partial<FlowContact>;

export const newContact = (given: NewContact): FlowContact => ({
  initialContactId: given.id,
  attributes: {},
  references: {},
  tags: {},
  voice: { name: 'Joanna' },
  logging: false,
  recording: { participants: [], automatedInteraction: false },
  hooks: {},
  routing: {},
  ...given,
});
