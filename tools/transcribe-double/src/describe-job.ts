import type { Job } from './job.ts';

const at = (instant: number | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

/** A job as `GetTranscriptionJob` gives it. */
export const describeJob = (job: Job) => ({
  TranscriptionJobName: job.name,
  TranscriptionJobStatus: job.status,
  LanguageCode: job.languageCode ?? (job.status === 'COMPLETED' ? 'en-US' : undefined),
  IdentifyLanguage: job.identify ? true : undefined,
  MediaSampleRateHertz: job.sampleRate,
  MediaFormat: job.mediaFormat,
  Media: { MediaFileUri: `s3://${job.mediaBucket}/${job.mediaKey}` },
  Transcript:
    job.status === 'COMPLETED'
      ? { TranscriptFileUri: job.transcriptUri, RedactedTranscriptFileUri: job.redactedUri }
      : undefined,
  CreationTime: at(job.createdAt),
  StartTime: at(job.createdAt),
  CompletionTime: at(job.finishedAt),
  FailureReason: job.failureReason,
  Settings: { ChannelIdentification: job.channels },
  ContentRedaction:
    job.redaction === undefined ? undefined : { RedactionType: 'PII', RedactionOutput: job.redaction },
});
