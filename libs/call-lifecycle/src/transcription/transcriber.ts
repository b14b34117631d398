import type { CallKey, Locale, TranscriptionAttempt } from '@atlas-engine/domain';

/** What is to be transcribed. Even attempts leave the language to Transcribe and ask for nothing special. */
export interface TranscriptionOrder {
  readonly key: CallKey;
  readonly attempt: TranscriptionAttempt;
  readonly recording: { readonly bucket: string; readonly key: string };
  readonly locale: Locale;
}

/** The transcription service. A job of the same name that exists counts as started. */
export interface Transcriber {
  /** `REFUSED`: the service will never take this order. Throws what may pass. */
  start(order: TranscriptionOrder): Promise<'STARTED' | 'REFUSED'>;
}
