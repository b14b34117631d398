import type { CallKey, Instant } from '@atlas-engine/domain';
import type { TaskTokenRecord } from '../records.ts';

/** The tokens by which workflows wait for calls. */
export interface TaskTokens {
  /** Strongly consistent; undefined when there was none or its time to live is over. */
  readonly getToken: (key: CallKey) => Promise<TaskTokenRecord | undefined>;
  /**
   * Closes exactly this token and records the event; a newer token of the call stays open. `CONSUMED` also corrects
   * `EXPIRED`. `NOT_OPEN`: it was closed, replaced or deleted before.
   */
  readonly markToken: (
    key: CallKey,
    mark: { readonly taskToken: string; readonly status: 'CONSUMED' | 'EXPIRED'; readonly at: Instant },
  ) => Promise<'MARKED' | 'NOT_OPEN'>;
}
