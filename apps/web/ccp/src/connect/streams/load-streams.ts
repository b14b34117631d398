/** Loads streams, which installs the global `connect`; the page's first bytes do not wait for it. */
export const loadStreams = (): Promise<unknown> =>
  import('amazon-connect-streams/release/connect-streams-min.js');

let chatLibrary: Promise<unknown> | undefined;
let chatLoaded = false;

/** Whether the legs of a chat may be read: reading them makes streams start the chat's session, which needs chatjs. */
export const isChatLoaded = (): boolean => chatLoaded;

/** Loads chatjs once, and tells it where the participant service is. Only agents with chats pay for it. */
export function loadChat(participantEndpoint: string, region: string): Promise<unknown> {
  chatLibrary ??= import('amazon-connect-chatjs/dist/amazon-connect-chat.js').then(() => {
    connect.ChatSession.setGlobalConfig({
      // The types do not know it; without it chatjs speaks to AWS.
      ...{ endpoint: participantEndpoint },
      region,
      loggerConfig: { useDefaultLogger: false },
      features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 1000 } },
    });
    chatLoaded = true;
  });
  return chatLibrary;
}
