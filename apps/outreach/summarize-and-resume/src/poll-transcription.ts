import type { KeepAlive } from '@atlas-engine/call-lifecycle';
import type { Transcription } from '@atlas-engine/call-lifecycle/transcription';
import { transcriptionJobNameOf, type CallRecord } from '@atlas-engine/domain';
import { keyOf } from './call-age.ts';
import type { SummarizeTranscript } from './summarize-transcript.ts';
import type { ObjectLocation } from './transcript-reader.ts';

/** What became of a transcription job. `UNKNOWN`: there is none of that name, or its transcript lies nowhere. */
export type TranscriptionState =
  | { readonly status: 'RUNNING' | 'FAILED' | 'UNKNOWN' }
  | { readonly status: 'COMPLETED'; readonly transcript: ObjectLocation };

export interface PollTranscriptionPorts {
  readonly stateOf: (jobName: string) => Promise<TranscriptionState>;
  readonly summarize: SummarizeTranscript;
  readonly transcription: Pick<Transcription, 'orderAgain'>;
  readonly keepAlive: KeepAlive;
}

/** Asks what became of the transcription of a call whose events were lost, and orders it again when it failed. */
export type PollTranscription = (call: CallRecord) => Promise<string>;

export const pollTranscription =
  ({ stateOf, summarize, transcription, keepAlive }: PollTranscriptionPorts): PollTranscription =>
  async (call) => {
    const attempt = call.transcriptionAttempt ?? 1;
    const state = await stateOf(transcriptionJobNameOf(keyOf(call), attempt));
    switch (state.status) {
      case 'COMPLETED':
        return await summarize(state.transcript);
      case 'RUNNING':
        await keepAlive(keyOf(call));
        return 'TRANSCRIBING';
      case 'FAILED':
      case 'UNKNOWN':
        return await transcription.orderAgain(call, attempt);
    }
  };
