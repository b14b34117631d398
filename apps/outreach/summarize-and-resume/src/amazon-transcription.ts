import {
  GetTranscriptionJobCommand,
  type TranscribeClient,
  type TranscriptionJob,
} from '@aws-sdk/client-transcribe';
import type { TranscriptionState } from './poll-transcription.ts';
import type { ObjectLocation } from './transcript-reader.ts';

/** Asks Transcribe what became of a job. */
export const amazonTranscription =
  (client: Pick<TranscribeClient, 'send'>) =>
  async (jobName: string): Promise<TranscriptionState> => {
    try {
      const command = new GetTranscriptionJobCommand({ TranscriptionJobName: jobName });
      return stateOf((await client.send(command)).TranscriptionJob ?? {});
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFoundException') return { status: 'UNKNOWN' };
      throw error;
    }
  };

function stateOf({
  TranscriptionJobStatus: status,
  Transcript: files,
}: TranscriptionJob): TranscriptionState {
  if (status === 'FAILED') return { status: 'FAILED' };
  if (status !== 'COMPLETED') return { status: 'RUNNING' };
  const transcript = locationOf(files?.RedactedTranscriptFileUri ?? files?.TranscriptFileUri ?? '');
  return transcript === undefined ? { status: 'UNKNOWN' } : { status, transcript };
}

/** Either `https://s3.<region>.<domain>/<bucket>/<key>` or `https://<bucket>.s3.<region>.<domain>/<key>`. Our keys need no encoding. */
function locationOf(uri: string): ObjectLocation | undefined {
  const match =
    /^https:\/\/s3[.-][^/]+\/([^/]+)\/([^?]+)/.exec(uri) ??
    /^https:\/\/([^/]+?)\.s3[.-][^/]+\/([^?]+)/.exec(uri);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { bucket: match[1], key: match[2] };
}
