import { TranscribeClient } from '@aws-sdk/client-transcribe';
import { findCall } from '@atlas-engine/call-lifecycle';
import { composeLifecycle } from '@atlas-engine/call-lifecycle/compose';
import { connectTelephony } from '@atlas-engine/call-lifecycle/connect';
import { amazonTranscriber, createTranscription } from '@atlas-engine/call-lifecycle/transcription';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import * as z from 'zod';
import { createRetryTranscription } from './retry-transcription.ts';
import { createStartTranscription } from './start-transcription.ts';

const { TRANSCRIPTS_BUCKET, CONNECT_INSTANCE_ID } = readConfiguration(
  z.object({ TRANSCRIPTS_BUCKET: z.string().min(3), CONNECT_INSTANCE_ID: z.string().min(1) }),
);
const base = composeLifecycle('StartTranscriptionHandler');
export const { logger, metrics } = base;

const telephony = connectTelephony({ client: awsClientOptions(), instanceId: CONNECT_INSTANCE_ID });
const transcriber = amazonTranscriber(new TranscribeClient(awsClientOptions()), TRANSCRIPTS_BUCKET);
const transcription = createTranscription({ ...base, transcriber });

export const startTranscription = createStartTranscription({
  ...base,
  telephony,
  transcription,
  findCall: findCall({ ...base, telephony }),
});
export const retryTranscription = createRetryTranscription({ ...base, transcription });
