import type { ConnectProblem } from './problem.ts';
import type { AgentSnapshot } from './snapshot.ts';

/** What happens between the console and Amazon Connect. `at` is milliseconds of the page's clock. */
export type ConnectEvent =
  | { readonly type: 'agent'; readonly agent: AgentSnapshot; readonly at: number }
  | { readonly type: 'problem'; readonly problem: ConnectProblem }
  | { readonly type: 'problem-over' }
  | { readonly type: 'muted'; readonly muted: boolean }
  | { readonly type: 'network'; readonly up: boolean; readonly at: number }
  | { readonly type: 'softphone-error'; readonly reason: string }
  | { readonly type: 'softphone-error-seen' }
  /** The agent said no: the contact that goes away was not missed. */
  | { readonly type: 'rejecting'; readonly contactId: string }
  | { readonly type: 'missed-seen' };
