import type { Line, Persona, Pickup } from '@atlas-engine/simulated-customers';

/** One thing that will happen to a contact, at a moment that is settled when the contact is created. */
export type ContactStep =
  | { readonly kind: 'INITIATED'; readonly at: number }
  | { readonly kind: 'CONNECTED_TO_SYSTEM'; readonly at: number }
  | { readonly kind: 'DISCONNECTED'; readonly at: number; readonly reason: string }
  | { readonly kind: 'COMPLETED'; readonly at: number }
  | { readonly kind: 'RECORDING'; readonly at: number };

/** A contact as the double keeps it. Its whole future is in `steps`, so that a restart goes on where it was. */
export interface ContactState {
  readonly id: string;
  readonly instanceId: string;
  readonly destination: string;
  readonly source?: string | undefined;
  readonly queueId?: string | undefined;
  readonly clientToken?: string | undefined;
  readonly campaign: boolean;
  readonly persona: Persona;
  readonly pickup: Pickup;
  readonly initiatedAt: number;
  readonly lines: readonly Line[];
  readonly recorded: boolean;
  readonly steps: readonly ContactStep[];
  /** Index of the next step. */
  readonly next: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly connectedAt?: number;
  readonly disconnectedAt?: number;
  readonly disconnectReason?: string;
  readonly recordingLocation?: string;
  readonly amdStatus?: string | undefined;
  readonly updatedAt: number;
}

export const isActive = (contact: ContactState): boolean => contact.disconnectedAt === undefined;
