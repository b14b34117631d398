import type { ConnectEvent } from './connect-event.ts';
import type { AgentChoice } from './snapshot.ts';
import type { ChatPort } from '../chat/chat-port.ts';

/** A destination that the agent may bring into a call. */
export interface QuickConnect {
  /** Unique within one list. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'queue' | 'number';
}

export interface FrameDevice {
  readonly kind: string;
  readonly label: string;
}

/**
 * Everything that the console asks of Amazon Connect. Each promise is kept when Connect has confirmed; what changed by it
 * comes as an event.
 *
 * @throws {ConnectError} by every command.
 */
export interface ConnectPort {
  /** Events since the start, once each. Returns how to stop. */
  readonly subscribe: (listener: (event: ConnectEvent) => void) => () => void;
  /** `later`: when the current contact is over. */
  readonly choose: (choice: AgentChoice, when: 'now' | 'later') => Promise<void>;
  readonly accept: (contactId: string) => Promise<void>;
  readonly reject: (contactId: string) => Promise<void>;
  /** Leaves a contact: the agent's own leg ends. Others that are connected to each other stay: that is a transfer. */
  readonly leave: (contactId: string) => Promise<void>;
  /** Ends another leg. */
  readonly drop: (contactId: string, connectionId: string) => Promise<void>;
  /** Takes an ended, missed or failed contact away. */
  readonly clear: (contactId: string) => Promise<void>;
  readonly hold: (contactId: string, connectionId: string) => Promise<void>;
  readonly resume: (contactId: string, connectionId: string) => Promise<void>;
  readonly mute: (muted: boolean) => Promise<void>;
  readonly sendDigits: (contactId: string, digits: string) => Promise<void>;
  readonly quickConnects: () => Promise<readonly QuickConnect[]>;
  /** Brings somebody in and holds the customer; for a chat or a task it transfers at once. */
  readonly consult: (contactId: string, to: QuickConnect) => Promise<void>;
  readonly conference: (contactId: string) => Promise<void>;
  /** Speaks to the other of customer and third party. */
  readonly swap: (contactId: string) => Promise<void>;
  /** @param phone E.164. */
  readonly dial: (phone: string) => Promise<void>;
  /** Microphones and speakers that the softphone sees. */
  readonly devices: () => Promise<readonly FrameDevice[]>;
  readonly openSignIn: () => 'opened' | 'blocked';
  readonly signOut: () => void;
  readonly chat: ChatPort;
}
