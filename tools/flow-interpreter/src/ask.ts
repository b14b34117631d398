import type { LexResult } from './run.ts';

/** Something to hear or read, references already resolved. */
export type Message =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ssml'; readonly ssml: string }
  | { readonly kind: 'prompt'; readonly promptId: string }
  | { readonly kind: 'media'; readonly uri: string };

/** What a flow needs from outside before it can go on. Times are in seconds. */
export type Ask =
  | { readonly kind: 'play'; readonly message: Message }
  /** Plays one after the other, again and again, until interrupted (or the contact leaves). */
  | { readonly kind: 'play-on'; readonly messages: readonly Message[]; readonly interruptAfter?: number }
  | {
      readonly kind: 'digits';
      readonly message?: Message | undefined;
      readonly maximumLength: number;
      readonly firstDigitWithin: number;
      readonly nextDigitWithin: number;
      readonly terminator: string;
      /** Whether `*` throws away what was entered. */
      readonly cancelKey: boolean;
    }
  | {
      readonly kind: 'bot';
      readonly botAliasArn: string;
      readonly message?: Message | undefined;
      readonly initialMessage?: string | undefined;
      readonly sessionAttributes: Readonly<Record<string, string>>;
      /** How long a customer may think, for chat. */
      readonly textWithin?: number | undefined;
    }
  | {
      readonly kind: 'function';
      readonly functionArn: string;
      readonly event: unknown;
      readonly within: number;
      readonly asynchronous: boolean;
    }
  | { readonly kind: 'wait'; readonly seconds: number; readonly events: readonly string[] }
  | {
      readonly kind: 'dial';
      readonly number: string;
      readonly within: number;
      readonly digits?: string | undefined;
      readonly callerId?: string | undefined;
    }
  | {
      readonly kind: 'task';
      readonly flowId: string;
      readonly name: string;
      readonly description?: string | undefined;
      readonly attributes: Readonly<Record<string, string>>;
      readonly delay: number;
    }
  | {
      readonly kind: 'callback';
      readonly number: string;
      readonly queueId?: string | undefined;
      readonly flowId?: string | undefined;
      readonly delay: number;
      readonly attempts: number;
      readonly retryDelay: number;
    };

/** What came of an {@link Ask}. */
export type FlowEvent =
  /** Played, dialled and returned, created. */
  | { readonly kind: 'done' }
  /** `play-on` was cut at its interval. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'digits'; readonly digits: string }
  /** Nobody said or pressed anything in time. */
  | { readonly kind: 'no-input' }
  | { readonly kind: 'bot'; readonly result: LexResult }
  | { readonly kind: 'result'; readonly payload: unknown }
  /** A wait is over, by time or by one of its events. */
  | { readonly kind: 'waited'; readonly event?: string }
  /** The error branch to take; `NoMatchingError` unless the block knows a better one. */
  | { readonly kind: 'failed'; readonly error?: string };

/** How a flow ended, and so what happens to the contact. */
export type FlowEnd =
  | { readonly kind: 'disconnected' }
  /** A whisper or queue flow is over; the contact goes on. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'to-agent' }
  /** A block failed and has no branch for it, or the flow went round without end. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The flow waits for an event, or it has ended. */
export type Progress = { readonly ask: Ask } | { readonly end: FlowEnd };
