import type { CallKey, DialDecision, Instant, RequestId } from '@atlas-engine/domain';
import type { EventDetails, TimelineEntry } from '../records.ts';

/** Something that happened to a request, kept for ever. Nothing personal belongs in it. */
export interface RequestEvent {
  readonly requestId: RequestId;
  readonly sequence?: number | undefined;
  readonly at: Instant;
  /** Upper-case words, e.g. `TRANSCRIPTION_FAILED`. */
  readonly kind: string;
  readonly details?: EventDetails | undefined;
}

/** The append-only record of what happened and what was decided. */
export interface Timeline {
  /** The same event at the same moment is kept once. */
  readonly appendEvent: (event: RequestEvent) => Promise<void>;
  /** Audit of the calling policy. */
  readonly recordDecision: (key: CallKey, decision: DialDecision, at: Instant) => Promise<void>;
  /** Everything that is known of a request, in order of time. */
  readonly timeline: (requestId: RequestId) => Promise<readonly TimelineEntry[]>;
}
