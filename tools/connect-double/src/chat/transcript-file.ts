import type { ContactState } from '../contact.ts';
import { chatOf } from './chat.ts';
import { itemOnWire } from './item-on-wire.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** Key of a chat's transcript below the instance's prefix, as of a recording. */
export function transcriptKey(prefix: string, { id, initiatedAt }: ContactState): string {
  const at = new Date(initiatedAt);
  const day = [String(at.getUTCFullYear()), pad(at.getUTCMonth() + 1), pad(at.getUTCDate())];
  const time = `${day.join('')}T${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}_UTC`;
  return `${prefix}/ChatTranscripts/${day.join('/')}/${id}_${time}.json`;
}

/** The transcript as Amazon Connect stores it when a chat is over. Events that only pass are not in it. */
export function transcriptOf(contact: ContactState, { accountId }: { readonly accountId: string }): Buffer {
  const { participants, items } = chatOf(contact);
  return Buffer.from(
    JSON.stringify({
      Version: '2019-08-26',
      AWSAccountId: accountId,
      InstanceId: contact.instanceId,
      InitialContactId: contact.initialContactId ?? contact.id,
      ContactId: contact.id,
      Participants: participants.map(({ id }) => ({ ParticipantId: id })),
      Transcript: items.map((item) => itemOnWire(item)),
    }),
  );
}
