import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { wishForSilenceIn } from './summarize-by-rules.ts';
import type { TranscribedCall } from './summarize-transcript.ts';
import type { ReadTranscript } from './transcript-reader.ts';

export interface HeedLatePorts {
  readonly store: Pick<InteractionStore, 'getSummary' | 'doNotCall' | 'appendEvent'>;
  readonly read: ReadTranscript;
  readonly clock: Clock;
}

/** The result of a finished call stays, whatever its transcript says. */
export type HeedLateTranscript = (
  transcribed: TranscribedCall,
) => Promise<'ALREADY_FINISHED' | 'DO_NOT_CALL_HEEDED'>;

/**
 * The transcript of a call that ended without it, because it came too late. Nobody waits for a summary any more, but a
 * wish not to be called is never too late: the number goes on the list.
 */
export const heedLateTranscript =
  ({ store, read, clock }: HeedLatePorts): HeedLateTranscript =>
  async ({ call, record, location }) => {
    const { requestId, sequence } = call;
    if ((await store.getSummary({ requestId, sequence })) !== undefined) return 'ALREADY_FINISHED';
    const conversation = await read(location, call);
    if (conversation === 'UNREADABLE' || !wishForSilenceIn(conversation)) return 'ALREADY_FINISHED';
    const { phone } = record.request.lead;
    const at = clock.now();
    if ((await store.doNotCall.add({ phone, source: 'CALL', requestId, at })) === 'ADDED') {
      await store.appendEvent({ requestId, sequence, at, kind: 'DO_NOT_CALL_HEARD_LATE' });
    }
    return 'DO_NOT_CALL_HEEDED';
  };
