import { randomBytes } from 'node:crypto';
import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { ContactState } from '../contact.ts';
import { type ChatParticipant, findParticipant } from './chat.ts';

/** Whom a token speaks for. */
interface Holder {
  readonly contactId: string;
  readonly participantId: string;
  /** Epoch milliseconds; without it the token holds as long as its participant. */
  readonly expiresAt?: number | undefined;
}

/** A participant with the contact of their chat. */
export interface Present {
  readonly contact: ContactState;
  readonly participant: ChatParticipant;
}

/** A connection token holds for a day, the address of a websocket can be opened for 100 seconds. Source: API reference. */
const connectionHolds = 24 * 3600 * 1000;
const addressHolds = 100_000;

export const accessDenied = (): AwsError =>
  new AwsError('AccessDeniedException', 'Access denied', { status: 403 });

/** The tokens by which participants act; they are forgotten when their chat ends. */
export interface ParticipantTokens {
  /** The token with which a participant's connections are made; always the same. */
  participantToken(holder: Holder): string;
  connectionToken(holder: Holder): { readonly token: string; readonly expiresAt: number };
  webSocketToken(holder: Holder): { readonly token: string; readonly expiresAt: number };
  /** @throws AwsError AccessDeniedException */
  byParticipantToken(token: string | undefined): Present;
  /** Agents speak by the token that their control panel gives them, which is a participant token too. @throws AwsError AccessDeniedException */
  byConnectionToken(token: string | undefined): Present;
  byWebSocketToken(token: string): Present | undefined;
  /** A participant goes on in another contact, with the tokens that they have. */
  move(from: Holder, contactId: string): void;
  forget(contactId: string): void;
}

const newToken = (): string => randomBytes(48).toString('base64url');

export function createParticipantTokens(
  store: StateStore,
  clock: Pick<SimulationClock, 'now'>,
  contacts: Collection<ContactState>,
): ParticipantTokens {
  const participants: Collection<Holder> = store.collection('connect/participant-tokens');
  const connections: Collection<Holder> = store.collection('connect/connection-tokens');
  const addresses: Collection<Holder> = store.collection('connect/websocket-tokens');

  const holderIn = (tokens: Collection<Holder>, token: string): Present | undefined => {
    const holder = tokens.get(token);
    if (holder === undefined || (holder.expiresAt ?? Infinity) <= clock.now()) return undefined;
    const contact = contacts.get(holder.contactId);
    const participant = contact && findParticipant(contact, holder.participantId);
    if (contact === undefined || participant === undefined || participant.leftAt !== undefined)
      return undefined;
    return { contact, participant };
  };
  const passing = (tokens: Collection<Holder>, { contactId, participantId }: Holder, holds: number) => {
    const token = newToken();
    const expiresAt = clock.now() + holds;
    tokens.set(token, { contactId, participantId, expiresAt });
    return { token, expiresAt };
  };

  return {
    participantToken({ contactId, participantId }) {
      for (const [token, held] of participants.entries()) {
        if (held.contactId === contactId && held.participantId === participantId) return token;
      }
      const token = newToken();
      participants.set(token, { contactId, participantId });
      return token;
    },
    connectionToken: (holder) => passing(connections, holder, connectionHolds),
    webSocketToken: (holder) => passing(addresses, holder, addressHolds),
    byParticipantToken(token = '') {
      const present = holderIn(participants, token);
      if (present === undefined) throw accessDenied();
      return present;
    },
    byConnectionToken(token = '') {
      const present = holderIn(connections, token) ?? holderIn(participants, token);
      if (present === undefined) throw accessDenied();
      return present;
    },
    byWebSocketToken: (token) => holderIn(addresses, token),
    move(from, contactId) {
      for (const tokens of [participants, connections, addresses]) {
        for (const [token, holder] of [...tokens.entries()]) {
          const isTheirs = holder.contactId === from.contactId && holder.participantId === from.participantId;
          if (isTheirs) tokens.set(token, { ...holder, contactId });
        }
      }
    },
    forget(contactId) {
      for (const tokens of [participants, connections, addresses]) {
        for (const [token, holder] of [...tokens.entries()]) {
          if (holder.contactId === contactId) tokens.delete(token);
        }
      }
    },
  };
}
