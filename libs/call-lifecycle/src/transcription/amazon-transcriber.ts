import {
  StartTranscriptionJobCommand,
  type StartTranscriptionJobCommandInput,
  type TranscribeClient,
} from '@aws-sdk/client-transcribe';
import { locales, transcriptionJobNameOf, type Locale } from '@atlas-engine/domain';
import { serviceFailure } from '../service-failure.ts';
import type { Transcriber, TranscriptionOrder } from './transcriber.ts';
import { hasFirstSettings } from './transcription.ts';

/** Languages of ours in which Transcribe can redact. Source: Transcribe developer guide, document history of 2026-05. */
const redactable: readonly Locale[] = ['en-US', 'es-US'];

/** A job of that name exists: started before. A bad request stays bad. Everything else may pass and is thrown. */
const answers: Readonly<Record<string, 'STARTED' | 'REFUSED'>> = {
  ConflictException: 'STARTED',
  BadRequestException: 'REFUSED',
};

/** Transcripts land under `transcripts/<request>/` in `outputBucket`; the job's name says which call they are of. */
export function amazonTranscriber(client: Pick<TranscribeClient, 'send'>, outputBucket: string): Transcriber {
  return {
    async start(order) {
      try {
        await client.send(new StartTranscriptionJobCommand(jobOf(order, outputBucket)));
        return 'STARTED';
      } catch (error) {
        const answer = error instanceof Error ? answers[error.name] : undefined;
        if (answer === undefined) throw serviceFailure('StartTranscriptionJob', error);
        return answer;
      }
    },
  };
}

function jobOf(
  { key, attempt, recording, locale }: TranscriptionOrder,
  outputBucket: string,
): StartTranscriptionJobCommandInput {
  return {
    TranscriptionJobName: transcriptionJobNameOf(key, attempt),
    Media: { MediaFileUri: `s3://${recording.bucket}/${recording.key}` },
    OutputBucketName: outputBucket,
    OutputKey: `transcripts/${key.requestId}/`,
    Settings: { ChannelIdentification: true },
    ...(hasFirstSettings(attempt)
      ? firstSettings(locale)
      : { IdentifyLanguage: true, LanguageOptions: [...locales] }),
  };
}

/** Redaction and the identification of languages exclude each other at the service. */
const firstSettings = (locale: Locale) => ({
  LanguageCode: locale,
  MediaFormat: 'wav' as const,
  ...(redactable.includes(locale)
    ? { ContentRedaction: { RedactionType: 'PII' as const, RedactionOutput: 'redacted' as const } }
    : {}),
});
