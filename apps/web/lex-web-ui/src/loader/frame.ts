import type { ChatOptions } from './api.ts';
import { AtlasChatError } from './chat-error.ts';
import { connectFrame, type FrameEvent, type FramePort } from './port.ts';
import { introduction, themeTokens } from './protocol.ts';

/** Milliseconds that the frame has from being put on the page to its first word. */
const patience = 15_000;

/** The chat's own page inside the host page. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  /** Resolves when the chat has answered the introduction. */
  port: Promise<FramePort>;
}

interface FrameOptions {
  readonly url: URL;
  readonly options: ChatOptions;
  readonly onEvent: (event: FrameEvent) => void;
}

/** Puts the chat into `root`. */
export function loadFrame(root: ShadowRoot, { url, options, onEvent }: FrameOptions): Frame {
  const { origin } = url;
  const element = document.createElement('iframe');
  element.src = url.href;
  element.title = options.label ?? 'Chat';
  element.allow = 'microphone';
  const { promise, resolve, reject } = Promise.withResolvers<FramePort>();
  const fail = (): void =>
    reject(new AtlasChatError('not-loaded', `no answer from ${origin}; does frame-src allow it?`));
  setTimeout(fail, patience);
  const frame = { element, port: promise };
  let current: FramePort | undefined;
  element.onload = () => {
    // A frame that was loaded again is another one: what its predecessor was asked for is not answered any more.
    current?.close(new AtlasChatError('not-answered', 'loaded again'));
    const hello = { type: introduction, options, tokens: tokensOf(root.host) } as const;
    const connected = connectFrame(element, { origin, hello }, onEvent);
    const introduced = connected.introduced.then(() => connected);
    if (current) frame.port = introduced;
    current = connected;
    introduced.then(resolve, reject);
  };
  root.append(element);
  return frame;
}

/** The custom properties that the page sets for the chat. */
function tokensOf(host: Element): Record<string, string> {
  const style = getComputedStyle(host);
  const values = themeTokens.map((name) => [name, style.getPropertyValue(`--atlas-chat-${name}`)] as const);
  return Object.fromEntries(values.filter(([, value]) => value));
}
