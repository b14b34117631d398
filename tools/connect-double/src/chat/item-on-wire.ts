import type { ChatItem, ChatReceipt } from './chat.ts';

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const receiptOnWire = ({ participantId, deliveredAt, readAt }: ChatReceipt) => ({
  DeliveredTimestamp: iso(deliveredAt),
  ReadTimestamp: iso(readAt),
  RecipientParticipantId: participantId,
});

const metadataOf = ({ about, id, receipts }: ChatItem) =>
  receipts === undefined
    ? undefined
    : { MessageId: about ?? id, Receipts: receipts.map((receipt) => receiptOnWire(receipt)) };

/** An entry as the participant service, its websocket and the stored transcript have it. */
export const itemOnWire = (item: ChatItem) => ({
  AbsoluteTime: iso(item.at),
  Content: item.content,
  ContentType: item.contentType,
  Id: item.id,
  Type: item.type,
  ParticipantId: item.participantId,
  DisplayName: item.displayName,
  ParticipantRole: item.role,
  Attachments: item.attachments?.map(({ id, name, contentType }) => ({
    ContentType: contentType,
    AttachmentId: id,
    AttachmentName: name,
    Status: 'APPROVED',
  })),
  MessageMetadata: metadataOf(item),
});
