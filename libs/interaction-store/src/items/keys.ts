import { createHash } from 'node:crypto';
import type { CallKey, ContactId, PhoneNumber, RequestId } from '@atlas-engine/domain';
import { phoneKeyOf } from '@atlas-engine/domain';
import type { ItemKey } from '../storage/item-storage.ts';

const interactions = (PK: string, SK: string): Required<ItemKey> => ({ table: 'interactions', PK, SK });
const numbered = (sequence: number): string => String(sequence).padStart(4, '0');

export const requestPartition = (id: RequestId): string => `REQ#${id}`;
export const phonePartition = (phone: PhoneNumber): string => `PHONE#${phone}`;
export const contactPartition = (contactId: ContactId): string => `CONTACT#${contactId}`;

export const requestKey = (id: RequestId) => interactions(requestPartition(id), 'REQUEST');
export const scenarioKey = (id: RequestId) => interactions(requestPartition(id), 'SCENARIO');
export const callItemKey = (key: CallKey) =>
  interactions(requestPartition(key.requestId), `CALL#${numbered(key.sequence)}`);
export const summaryKey = (key: CallKey) =>
  interactions(requestPartition(key.requestId), `SUMMARY#${numbered(key.sequence)}`);
export const transcriptKey = (key: CallKey) =>
  interactions(requestPartition(key.requestId), `TRANSCRIPT#${numbered(key.sequence)}`);
export const eventKey = (id: RequestId, at: string, suffix: string) =>
  interactions(requestPartition(id), `EVENT#${at}#${suffix}`);
export const wrapUpKey = (contactId: ContactId) => interactions(contactPartition(contactId), 'WRAPUP');
/** Of a contact that may belong to no request. */
export const revealKey = (contactId: ContactId, at: string, id: string) =>
  interactions(contactPartition(contactId), `REVEAL#${at}#${id}`);
/** In GSI2: what an agent has promised, by its moment. */
export const agentPartition = (userName: string): string => `AGENT#${userName.toLowerCase()}`;
export const ledgerKey = (phone: PhoneNumber) => interactions(phonePartition(phone), 'LEDGER');
export const doNotCallKey = (phone: PhoneNumber) => interactions(phonePartition(phone), 'DNC');
export const textsKey = (phone: PhoneNumber) => interactions(phonePartition(phone), 'TEXTS');
/** Beside the task tokens, whose table forgets what has expired. */
export const textKey = (id: string): ItemKey => ({ table: 'taskTokens', PK: `TEXT#${id}` });
export const paceKey = interactions('PACE', 'DIAL');
export const tokenKey = (key: CallKey): ItemKey => ({
  table: 'taskTokens',
  PK: `${key.requestId}#${numbered(key.sequence)}`,
});

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
/** A ticket is worth a chat: only its digest is stored. */
export const handOffKey = (ticket: string): ItemKey => ({
  table: 'taskTokens',
  PK: `HANDOFF#${digestOf(ticket)}`,
});
export const sessionKey = (sessionId: string): ItemKey => ({
  table: 'taskTokens',
  PK: `SESSION#${digestOf(sessionId)}`,
});

/** A key as errors may show it: a digest stands for the phone number. */
export function describeKey({ PK, SK }: ItemKey): string {
  const shown = PK.startsWith('PHONE#') ? `PHONE#${phoneKeyOf(PK.slice(6) as PhoneNumber)}` : PK;
  return SK === undefined ? shown : `${shown}/${SK}`;
}
