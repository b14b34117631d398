/** A transcription job as the double keeps it. */
export interface Job {
  readonly name: string;
  readonly status: 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  readonly mediaBucket: string;
  readonly mediaKey: string;
  readonly mediaFormat?: string | undefined;
  readonly sampleRate?: number | undefined;
  /** Absent while the language is being identified. */
  readonly languageCode?: string | undefined;
  readonly identify: boolean;
  readonly channels: boolean;
  readonly outputBucket: string;
  readonly outputKey?: string | undefined;
  readonly redaction?: 'redacted' | 'redacted_and_unredacted' | undefined;
  readonly createdAt: number;
  readonly finishesAt: number;
  readonly finishedAt?: number;
  readonly failureReason?: string;
  readonly transcriptUri?: string;
  readonly redactedUri?: string;
}
