import type { ChatError } from './api.ts';
import { AtlasChatError } from './chat-error.ts';
import type { CallName, Calls, FromFrame, Introduction } from './protocol.ts';

export type FrameEvent = Extract<FromFrame, { readonly event: string }>;

/** The page's end of the port: calls with answers. */
export interface FramePort {
  readonly call: <Name extends CallName>(name: Name, ...args: Calls[Name]) => Promise<void>;
  /** Resolves when the chat has taken the introduction; rejects when it does not speak with this page. */
  readonly introduced: Promise<void>;
  readonly close: (error: AtlasChatError) => void;
}

/** Introduces the page to the frame, to whose `origin` the browser holds the message. */
export function connectFrame(
  { contentWindow }: HTMLIFrameElement,
  { origin, hello }: { readonly origin: string; readonly hello: Introduction },
  onEvent: (event: FrameEvent) => void,
): FramePort {
  const { port1, port2 } = new MessageChannel();
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const answer = (): Promise<void> => new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  const introduced = answer();
  port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    if ('event' in data) onEvent(data);
    else if (data.error)
      waiting[data.id]?.reject(new AtlasChatError(data.error.code as ChatError['code'], data.error.message));
    else waiting[data.id]?.resolve();
  };
  contentWindow?.postMessage(hello, origin, [port2]);
  return {
    call: (call, ...args) => {
      port1.postMessage({ id: waiting.length, call, args });
      return answer();
    },
    introduced,
    close: (error) => {
      port1.close();
      for (const { reject } of waiting) reject(error);
    },
  };
}
