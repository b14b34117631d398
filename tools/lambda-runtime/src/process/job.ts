import type { Outcome } from './ending.ts';

/** One invocation on its way to a process. */
export interface Job {
  readonly requestId: string;
  /** With the qualifier that the caller named. */
  readonly functionArn: string;
  /** JSON text. */
  readonly payload: string;
  readonly traceId: string;
  /** JSON text. */
  readonly clientContext?: string | undefined;
  /** Ends the process as soon as the handler has answered: a crash after the effect. */
  readonly crashAfterAnswer?: boolean;
  /** Hears each line that is logged for it. */
  readonly line?: (text: string) => void;
}

/** An outcome, or why another process must take the job: this one had ended before, or took too long to start. */
export type Run =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'init-timeout' };

/** How long a start may take in wall milliseconds, and whether the job fails when it takes longer. */
export interface InitLimit {
  readonly ms: number;
  readonly final: boolean;
}
