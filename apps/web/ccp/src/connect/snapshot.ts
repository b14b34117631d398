/** How a contact came or goes. `callback` is a voice call that Connect dials when the agent accepts it. */
export type Channel = 'voice' | 'callback' | 'chat' | 'task' | 'email';

/**
 * `offered` rings at the agent · `dialling` the agent's own call is not answered yet · `connected` · `ended` waits for the
 * wrap-up · `missed` nobody took it · `failed` it could not be set up.
 */
export type ContactPhase = 'offered' | 'dialling' | 'connected' | 'ended' | 'missed' | 'failed';

export type PartyState = 'connecting' | 'connected' | 'hold' | 'disconnected';

/** Somebody on a contact. */
export interface Party {
  readonly connectionId: string;
  readonly role: 'agent' | 'customer' | 'third-party' | 'monitor';
  readonly state: PartyState;
  /** For people to read: a quick connect's name or a masked number; never a whole number. */
  readonly label: string;
}

export interface ContactSnapshot {
  readonly contactId: string;
  readonly channel: Channel;
  readonly phase: ContactPhase;
  /** Milliseconds of the page's clock at which the phase began. */
  readonly since: number;
  readonly queue?: string;
  /** Of a task; of a chat, the customer's display name. */
  readonly name?: string;
  readonly description?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parties: readonly Party[];
}

/** A state that an agent may choose. */
export interface AgentChoice {
  readonly name: string;
  readonly kind: 'routable' | 'not-routable' | 'offline';
}

export interface AgentStatus {
  /** As Connect names it; also system states such as `Busy` or `AfterCallWork`. */
  readonly name: string;
  readonly kind: AgentChoice['kind'] | 'system' | 'error';
  readonly since: number;
}

export interface AgentSnapshot {
  readonly name: string;
  readonly status: AgentStatus;
  /** What the agent becomes when the current contact is over. */
  readonly next?: string;
  readonly choices: readonly AgentChoice[];
  readonly channels: readonly Channel[];
  readonly contacts: readonly ContactSnapshot[];
}
