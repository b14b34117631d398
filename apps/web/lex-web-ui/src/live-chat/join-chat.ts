import 'amazon-connect-chatjs/dist/amazon-connect-chat.js';
import * as z from 'zod/mini';
import { ChatProblem } from '../problem.ts';
import { chatItemSchema } from '../person/chat-item.ts';
import type { ChatHearer, ChatLink, JoinChat } from '../person/chat-link.ts';

/** Where chats are. */
export interface ParticipantService {
  readonly endpoint: string;
  readonly region: string;
}

const receiptSchema = z.object({ MessageMetadata: z.object({ MessageId: z.string() }) });
const pageSchema = z.object({
  Transcript: z.array(z.unknown()),
  NextToken: z.optional(z.nullish(z.string())),
});
const sentSchema = z.object({ Id: z.string() });

/** Takes part in chats with the library of Amazon Connect, which is loaded with this file. */
export const joinChat = ({ endpoint, region }: ParticipantService): JoinChat => {
  connect.ChatSession.setGlobalConfig({
    // The types do not know it; without it the library speaks to AWS.
    ...{ endpoint },
    region,
    loggerConfig: { useDefaultLogger: false },
    features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 1000 } },
  });
  return async (chat, hearer) => {
    const session = connect.ChatSession.create({
      chatDetails: chat,
      type: connect.ChatSession.SessionTypes.CUSTOMER,
      options: { region },
      // Its metrics go to AWS, through a worker that the page's policy does not allow.
      disableCSM: true,
    });
    listen(session, hearer);
    await attempt(() => session.connect());
    return linkOf(session);
  };
};

function listen(session: connect.CustomerChatSession, hearer: ChatHearer): void {
  const hear = ({ data }: { readonly data: unknown }): void => {
    const item = chatItemSchema.safeParse(data);
    if (item.success) hearer.onItem(item.data);
  };
  session.onMessage(hear);
  session.onEnded(() => hearer.onEnded());
  session.onTyping(({ data }) => {
    if (data.ParticipantRole === 'AGENT') hearer.onTyping();
  });
  session.onReadReceipt(({ data }) => {
    const receipt = receiptSchema.safeParse(data);
    if (receipt.success) hearer.onRead(receipt.data.MessageMetadata.MessageId);
  });
  session.onConnectionBroken(() => hearer.onBroken());
  session.onConnectionEstablished(() => hearer.onEstablished());
}

function linkOf(session: connect.CustomerChatSession): ChatLink {
  return {
    send: async (message) => {
      const { data } = await attempt(() => session.sendMessage({ message, contentType: 'text/plain' }));
      const sent = sentSchema.safeParse(data);
      if (!sent.success) throw new ChatProblem('unreadable', 'SendMessage');
      return sent.data.Id;
    },
    typing: async () => {
      await attempt(() =>
        session.sendEvent({ contentType: 'application/vnd.amazonaws.connect.event.typing' }),
      );
    },
    transcript: async () => {
      const items: unknown[] = [];
      let nextToken: string | undefined;
      do {
        const page = await attempt(() =>
          session.getTranscript({
            maxResults: 100,
            scanDirection: 'BACKWARD',
            sortOrder: 'ASCENDING',
            ...(nextToken && { nextToken }),
          }),
        );
        const read = pageSchema.safeParse(page.data);
        if (!read.success) throw new ChatProblem('unreadable', 'GetTranscript');
        // Backwards: each further page is older.
        items.unshift(...read.data.Transcript);
        nextToken = read.data.NextToken ?? undefined;
      } while (nextToken);
      return items.flatMap((item) => {
        const read = chatItemSchema.safeParse(item);
        return read.success ? [read.data] : [];
      });
    },
    leave: async () => {
      await attempt(() => session.disconnectParticipant());
    },
  };
}

/** The library rejects with objects of its own; a name in them says what was refused. */
async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (cause) {
    const text = JSON.stringify(cause) + String(cause);
    if (/Throttling/.test(text)) throw new ChatProblem('throttled', '', { cause });
    if (/AccessDenied|Forbidden/.test(text)) throw new ChatProblem('refused', '', { cause });
    throw new ChatProblem(navigator.onLine ? 'failed' : 'offline', '', { cause });
  }
}
