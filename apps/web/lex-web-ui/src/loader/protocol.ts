import type { ChatEventName, ChatEvents, ChatOptions } from './api.ts';

/**
 * What the page and the chat in the frame say to each other. The page introduces itself by one `postMessage` to the
 * chat's own origin that brings a port; all else goes through that port, which no other window can write to.
 */
export const introduction = 'atlas-chat/1';

/** Custom properties of a page that the frame takes over, without `--atlas-chat-`; the other colours follow from them. */
export const themeTokens = ['accent', 'on-accent', 'surface', 'text', 'bubble', 'radius', 'font'] as const;

export type ThemeTokens = Readonly<Partial<Record<(typeof themeTokens)[number], string>>>;

/** The first message, by `postMessage`. */
export interface Introduction {
  readonly type: typeof introduction;
  readonly options: ChatOptions;
  readonly tokens: ThemeTokens;
}

/** What a page may ask for, with its arguments. */
export interface Calls {
  readonly visible: readonly [visible: boolean];
  readonly send: readonly [text: string];
  readonly setSessionAttribute: readonly [name: string, value: string];
  readonly newSession: readonly [];
  readonly signIn: readonly [provider: string, token: string];
}
export type CallName = keyof Calls;

/** Page to frame, through the port. */
export interface Call {
  readonly id: number;
  readonly call: CallName;
  readonly args: readonly unknown[];
}

/** Frame to page, through the port. The answer 0 is that to the introduction. */
export type FromFrame =
  | { readonly id: number; readonly error?: { readonly code: string; readonly message: string } }
  | { readonly event: ChatEventName; readonly detail: ChatEvents[ChatEventName] };
