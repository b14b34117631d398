import type { CallKey, CallSummary, Turn } from '@atlas-engine/domain';

/** `truncated`: the turns were cut at 300 KB. */
export interface StoredTranscript {
  readonly turns: readonly Turn[];
  readonly truncated: boolean;
}

/** What was said. */
export interface Conversations {
  /** Summary and redacted turns in one transaction; the first summary wins and is the answer. */
  readonly saveSummary: (conversation: {
    readonly key: CallKey;
    readonly summary: CallSummary;
    readonly turns: readonly Turn[];
  }) => Promise<CallSummary>;
  readonly getSummary: (key: CallKey) => Promise<CallSummary | undefined>;
  readonly getTranscript: (key: CallKey) => Promise<StoredTranscript | undefined>;
}
