import { AtlasError } from '@atlas-engine/domain';

/** What lies in the transcripts bucket is not Transcribe's output. */
export class TranscriptMalformedError extends AtlasError {
  override readonly name = 'TranscriptMalformedError';
  readonly code = 'TRANSCRIPT_MALFORMED';

  constructor(cause: unknown) {
    super('The transcript is not JSON as Transcribe writes it.', { retryable: false, cause });
  }
}
