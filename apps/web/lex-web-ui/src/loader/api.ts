/** What a page may set of the chat, as attributes (`data-position="start"`), as JSON or by call. */
export interface ChatOptions {
  /** Language and region of the texts and of the bot, such as `en-US` or `es-US`; the page's language without it. */
  readonly locale?: string;
  /** Colours; `auto` follows the customer's system. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** The lower corner in which the chat stands, in the direction of the page's script. */
  readonly position?: 'start' | 'end';
  /** What a screen reader calls the button that opens the chat, up to 60 characters. */
  readonly label?: string;
  /** Whether there is a button; without it the page opens the chat by call. */
  readonly launcher?: boolean;
  /** Whether the chat is open at once. */
  readonly open?: boolean;
  /** Session attributes that the bot gets with the first turn. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What happens in the chat, by name, with what a listener is given. */
export interface ChatEvents {
  /** The chat is there and takes calls. */
  readonly ready: { readonly locale: string };
  readonly open: Readonly<Record<string, never>>;
  readonly close: Readonly<Record<string, never>>;
  /** Something was said; never what the customer said. */
  readonly message: { readonly from: 'bot' | 'agent'; readonly text: string };
  /** How many messages came while the chat was closed. */
  readonly unread: { readonly count: number };
  /** The bot finished an intent, or failed to. */
  readonly intent: { readonly name: string; readonly state: string };
  /** The bot's session ended or another began. */
  readonly session: { readonly state: 'started' | 'ended' };
  /** A person takes part, or no longer. */
  readonly person: { readonly state: 'waiting' | 'talking' | 'ended' };
  /** Something failed; the customer has been told. */
  readonly problem: { readonly code: string };
}

export type ChatEventName = keyof ChatEvents;

/** The chat on a page. Calls reject with an {@link ChatError}. */
export interface Chat {
  /** Resolves when the chat takes calls; it is loaded when it is first opened or called, not before. */
  readonly ready: Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
  /** Says something for the customer; resolves when the bot has answered. At most 1024 characters. */
  send(text: string): Promise<void>;
  /** Sets an attribute of the bot's session, from the next turn on. */
  setSessionAttribute(name: string, value: string): Promise<void>;
  /** Ends the bot's session and begins another, with no history. */
  newSession(): Promise<void>;
  /** Speaks for a customer who is signed in: the identity provider's name in the identity pool, and its token. */
  signIn(provider: string, token: string): Promise<void>;
  /** Listens; the answer stops it. */
  on<Name extends ChatEventName>(name: Name, listener: (detail: ChatEvents[Name]) => void): () => void;
  off<Name extends ChatEventName>(name: Name, listener: (detail: ChatEvents[Name]) => void): void;
  /** Takes the chat off the page. */
  destroy(): void;
}

/** Why a call failed: what to look at, by `code`. */
export interface ChatError extends Error {
  readonly code:
    | 'invalid-option'
    | 'invalid-call'
    | 'not-loaded'
    | 'not-allowed'
    | 'destroyed'
    | 'not-answered'
    | 'unknown-call';
}

declare global {
  interface Window {
    AtlasChat?: {
      /** Puts a chat on the page. @throws ChatError `invalid-option` */
      readonly create: (options?: ChatOptions) => Chat;
      /** The chat of the script tag; rejects when its configuration is wrong. Never settles with `data-manual`. */
      readonly chat: Promise<Chat>;
    };
  }
}
