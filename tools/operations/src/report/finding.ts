/**
 * How a check ended. `warning`: it works, or is going to, but someone should know; `skipped`: it was not looked at
 * because something before it failed.
 */
export type State = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found. */
export interface Finding {
  readonly state: State;
  readonly message: string;
  /** What to do; there is one unless all is well. */
  readonly remedy?: string;
}

export const ok = (message: string): Finding => ({ state: 'ok', message });
export const warning = (message: string, remedy: string): Finding => ({ state: 'warning', message, remedy });
export const failed = (message: string, remedy: string): Finding => ({ state: 'failed', message, remedy });
