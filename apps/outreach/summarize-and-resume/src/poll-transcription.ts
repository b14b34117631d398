import type { EndCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import { transcriptionJobNameOf, type CallRecord } from '@atlas-engine/domain';
import { keyOf } from './call-age.ts';
import type { SummarizeTranscript } from './summarize-transcript.ts';
import type { ObjectLocation } from './transcript-reader.ts';

/** What became of a transcription job. `UNKNOWN`: there is none of that name, or its transcript lies nowhere. */
export type TranscriptionState =
  | { readonly status: 'RUNNING' | 'FAILED' | 'UNKNOWN' }
  | { readonly status: 'COMPLETED'; readonly transcript: ObjectLocation };

export interface PollTranscriptionPorts {
  readonly transcription: (jobName: string) => Promise<TranscriptionState>;
  readonly summarize: SummarizeTranscript;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
}

/** Asks what became of the transcription of a call whose events were lost. */
export type PollTranscription = (call: CallRecord) => Promise<string>;

export const pollTranscription =
  ({ transcription, summarize, endCall, keepAlive }: PollTranscriptionPorts): PollTranscription =>
  async (call) => {
    const state = await transcription(transcriptionJobNameOf(keyOf(call), call.transcriptionAttempt ?? 1));
    switch (state.status) {
      case 'COMPLETED':
        return await summarize(state.transcript);
      case 'RUNNING':
        await keepAlive(keyOf(call));
        return 'TRANSCRIBING';
      case 'FAILED':
      case 'UNKNOWN': {
        const ending = {
          outcome: 'ANSWERED',
          disposition: 'UNKNOWN',
          reason: 'TRANSCRIPTION_FAILED',
        } as const;
        await endCall({ call, ending });
        return 'TRANSCRIPTION_FAILED';
      }
    }
  };
