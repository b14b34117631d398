import type { ChatClient } from './chat-client.ts';

/** What of amazon-connect-chatjs is used here. */
export interface ChatSession {
  connect(): Promise<unknown>;
  sendMessage(message: { message: string; contentType: string }): Promise<{ data: { Id: string } }>;
  sendEvent(event: { contentType: string; content?: string }): Promise<unknown>;
  sendAttachment(given: { attachment: File }): Promise<unknown>;
  downloadAttachment(given: { attachmentId: string }): Promise<Blob>;
  getTranscript(query: Record<string, unknown>): Promise<{ data: { Transcript: Record<string, string>[] } }>;
  disconnectParticipant(): Promise<unknown>;
  onMessage(listener: (event: ChatEvent) => void): void;
  onTyping(listener: (event: ChatEvent) => void): void;
  onReadReceipt(listener: (event: ChatEvent) => void): void;
  onEnded(listener: (event: ChatEvent) => void): void;
  onConnectionEstablished(listener: () => void): void;
  onDeepHeartbeatSuccess(listener: () => void): void;
  cleanUpOnParticipantDisconnect(): void;
}

export interface ChatEvent {
  readonly data: Readonly<Record<string, unknown>>;
}

interface Library {
  readonly ChatSession: {
    setGlobalConfig(config: Record<string, unknown>): void;
    create(options: Record<string, unknown>): ChatSession;
  };
}

/** The unmodified library, in Node: it wants a window with a network. It keeps one client for each region. */
export function loadChatJs(endpoint: string, region: string): Library['ChatSession'] {
  Object.assign(globalThis, { window: globalThis, self: globalThis });
  const page = globalThis as unknown as { connect?: Library };
  page.connect ??= {} as Library;
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { onLine: true, userAgent: 'Node' },
  });
  // A script that puts its parts on the window, as a page loads it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('amazon-connect-chatjs');
  const { ChatSession } = page.connect;
  ChatSession.setGlobalConfig({ endpoint, region, features: ['MESSAGE_RECEIPTS_ENABLED'] });
  return ChatSession;
}

/** A customer's session of the library. */
export const sessionOf = (
  library: Library['ChatSession'],
  { contactId, participantId, participantToken }: ChatClient,
  region: string,
): ChatSession =>
  library.create({
    chatDetails: { contactId, participantId, participantToken },
    options: { region },
    type: 'CUSTOMER',
    disableCSM: true,
  });
