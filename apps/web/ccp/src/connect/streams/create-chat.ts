import type { ChatAttachment, ChatEvent, ChatMessage, ChatPort, ChatRole } from '../../chat/chat-port.ts';
import { contactById } from './contact-by-id.ts';
import { ConnectError } from '../connect-error.ts';

type Session = connect.AgentChatSession;

/** One item of a transcript, or of a message event: the parts that are used. */
interface Item {
  readonly Id?: string;
  readonly AbsoluteTime?: string;
  readonly Type?: string;
  readonly Content?: string;
  readonly ContentType?: string;
  readonly DisplayName?: string;
  readonly ParticipantRole?: string;
  readonly Attachments?: readonly ItemAttachment[];
  readonly MessageMetadata?: { readonly MessageId?: string };
}

interface ItemAttachment {
  readonly AttachmentId?: string;
  readonly AttachmentName?: string;
  readonly ContentType?: string;
}

/** More than any chat has; the service gives at most 100 a page. */
const page = 100;

/** The agent's chats over streams and chatjs. */
export function createChat(load: () => Promise<unknown>): ChatPort {
  const sessions = new Map<string, Promise<Session>>();
  const sessionOf = (contactId: string): Promise<Session> => {
    const known = sessions.get(contactId);
    if (known !== undefined) return known;
    const started = load().then(() => openSession(contactId));
    sessions.set(contactId, started);
    started.catch(() => sessions.delete(contactId));
    return started;
  };
  const during = async <Answer>(
    contactId: string,
    command: string,
    does: (session: Session) => Promise<Answer>,
  ) => {
    const session = await sessionOf(contactId);
    try {
      return await does(session);
    } catch {
      throw new ConnectError(command, navigator.onLine ? 'FAILED' : 'TIMED_OUT');
    }
  };
  return {
    join: async (contactId, listener) => {
      const session = await sessionOf(contactId);
      let listening = true;
      const tell = (event: ChatEvent) => {
        if (listening) listener(event);
      };
      listen(session, tell);
      tell({ type: 'messages', messages: await transcriptOf(session) });
      return () => {
        listening = false;
      };
    },
    send: (contactId, text) =>
      during(contactId, 'Message', async (session) => {
        const answer = await session.sendMessage({ contentType: 'text/plain', message: text } as never);
        return (answer as { data: { Id: string } }).data.Id;
      }),
    typing: (contactId) =>
      during(contactId, 'Typing', async (session) => {
        await session.sendEvent({ contentType: 'application/vnd.amazonaws.connect.event.typing' } as never);
      }),
    attach: (contactId, file) =>
      during(contactId, 'Attachment', async (session) => {
        await session.sendAttachment({ attachment: file } as never);
      }),
    download: (contactId, attachmentId) =>
      during(contactId, 'Attachment', (session) => session.downloadAttachment({ attachmentId } as never)),
  };
}

/** The types of streams have classes that it does not make. */
interface AgentLeg {
  getMediaController(): Promise<Session>;
}

async function openSession(contactId: string): Promise<Session> {
  const leg = contactById(contactId).getAgentConnection() as unknown as AgentLeg;
  return await leg.getMediaController();
}

async function transcriptOf(session: Session): Promise<readonly ChatMessage[]> {
  const items: Item[] = [];
  let next: string | undefined;
  do {
    const request = {
      maxResults: page,
      sortOrder: 'ASCENDING',
      ...(next === undefined ? {} : { nextToken: next }),
    };
    const answer = await session.getTranscript(request as never);
    const { Transcript, NextToken } = (answer as { data: { Transcript: Item[]; NextToken?: string } }).data;
    items.push(...Transcript);
    next = NextToken === '' ? undefined : NextToken;
  } while (next !== undefined);
  return items.flatMap(readMessage);
}

function listen(session: Session, tell: (event: ChatEvent) => void): void {
  const itemOf = (event: unknown): Item => (event as { data?: Item }).data ?? {};
  session.onMessage((event) => {
    const messages = readMessage(itemOf(event));
    if (messages.length > 0) tell({ type: 'messages', messages });
  });
  session.onTyping((event) => {
    tell({ type: 'typing', role: roleOf(itemOf(event)), at: Date.now() });
  });
  const receipt = (kind: 'delivered' | 'read') => (event: unknown) => {
    const messageId = itemOf(event).MessageMetadata?.MessageId;
    if (messageId !== undefined) tell({ type: 'receipt', messageId, kind });
  };
  session.onDeliveredReceipt(receipt('delivered'));
  session.onReadReceipt(receipt('read'));
  session.onConnectionBroken(() => tell({ type: 'connection', up: false }));
  session.onConnectionEstablished(() => tell({ type: 'connection', up: true }));
  session.onEnded(() => tell({ type: 'ended' }));
}

const roles: readonly string[] = ['CUSTOMER', 'AGENT', 'SYSTEM'] satisfies ChatRole[];
const roleOf = ({ ParticipantRole: role }: Item): ChatRole =>
  role === 'CUSTOM_BOT' ? 'BOT' : roles.includes(role ?? '') ? (role as ChatRole) : 'SYSTEM';

const isMessage = ({ Type }: Item): boolean => Type === 'MESSAGE' || Type === 'ATTACHMENT';

function readMessage(item: Item): readonly ChatMessage[] {
  const { Id: id, AbsoluteTime, DisplayName: name = '', Content: text = '' } = item;
  if (!isMessage(item) || id === undefined) return [];
  const at = Date.parse(AbsoluteTime ?? '');
  return [
    {
      id,
      role: roleOf(item),
      name,
      at: Number.isNaN(at) ? Date.now() : at,
      text,
      attachments: (item.Attachments ?? []).map(readAttachment),
    },
  ];
}

const readAttachment = ({ AttachmentId, AttachmentName, ContentType }: ItemAttachment): ChatAttachment => ({
  id: AttachmentId ?? '',
  name: AttachmentName ?? 'file',
  type: ContentType ?? '',
});
