import type { ConnectProblem } from './problem.ts';
import type { AgentSnapshot, Channel, ContactSnapshot } from './snapshot.ts';

/** A contact with what snapshots alone do not tell. */
export interface Contact extends ContactSnapshot {
  /** When this page first saw it. */
  readonly seenAt: number;
  readonly connectedAt?: number;
}

export interface MissedContact {
  readonly contactId: string;
  readonly channel: Channel;
  readonly queue?: string;
  /** Masked number or name. */
  readonly label: string;
  readonly at: number;
}

export interface ConnectState {
  /** Missing until Connect has sent the first snapshot. */
  readonly agent?: Omit<AgentSnapshot, 'contacts'>;
  readonly problem?: ConnectProblem;
  /** In the order in which they came. */
  readonly contacts: readonly Contact[];
  /** Newest first. */
  readonly missed: readonly MissedContact[];
  /** Of them, how many the agent has not looked at. */
  readonly missedUnseen: number;
  readonly muted: boolean;
  /** Set while the connection to Connect is lost. */
  readonly lostSince?: number;
  readonly softphoneError?: string;
  /** Offers that the agent said no to. */
  readonly rejecting: readonly string[];
}

/** More missed contacts than an agent can call back in a shift. */
export const missedKept = 30;

export const initialConnectState: ConnectState = {
  contacts: [],
  missed: [],
  missedUnseen: 0,
  muted: false,
  rejecting: [],
};

/** Who is at the other end, as far as Connect says. */
export const labelOf = (contact: ContactSnapshot): string =>
  contact.name ??
  contact.parties.find(({ role, label }) => role === 'customer' && label !== '')?.label ??
  (contact.channel === 'chat' ? 'Customer in a chat' : 'Unknown');
