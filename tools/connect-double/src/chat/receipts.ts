import { type ChatItem, chatEvents, type ChatReceipt } from './chat.ts';

interface Reading {
  readonly participantId: string;
  readonly read: boolean;
  readonly now: number;
}

const readAtOf = (known: ChatReceipt | undefined, { read, now }: Reading): number | undefined =>
  known?.readAt ?? (read ? now : undefined);

/** A message with what is known of its way to somebody, and the news of it for the chat. */
export function receiptOf(
  message: ChatItem,
  reading: Reading,
): { readonly message: ChatItem; readonly news: Omit<ChatItem, 'id'> } {
  const { participantId, now } = reading;
  const before = message.receipts ?? [];
  const known = before.find((each) => each.participantId === participantId);
  const receipt: ChatReceipt = {
    participantId,
    deliveredAt: known?.deliveredAt ?? now,
    readAt: readAtOf(known, reading),
  };
  return {
    message: { ...message, receipts: [...before.filter((each) => each !== known), receipt] },
    news: {
      at: now,
      type: 'MESSAGEMETADATA',
      contentType: chatEvents.metadata,
      about: message.id,
      receipts: [receipt],
    },
  };
}
