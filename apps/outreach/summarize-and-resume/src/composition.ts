import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { TranscribeClient } from '@aws-sdk/client-transcribe';
import { findCall } from '@atlas-engine/call-lifecycle';
import { composeLifecycle } from '@atlas-engine/call-lifecycle/compose';
import { connectTelephony } from '@atlas-engine/call-lifecycle/connect';
import { sqsDialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import { amazonTranscriber, createTranscription } from '@atlas-engine/call-lifecycle/transcription';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import { bedrockModel } from '@atlas-engine/language-model';
import * as z from 'zod';
import { amazonTranscription } from './amazon-transcription.ts';
import { followContact } from './follow-contact.ts';
import { heedLateTranscript } from './heed-late-transcript.ts';
import { learnContact } from './learn-contact.ts';
import { pollTranscription } from './poll-transcription.ts';
import { createReconcileCall } from './reconcile-call.ts';
import { createReconcile } from './reconcile.ts';
import { s3Objects } from './s3-objects.ts';
import { seekContact } from './seek-contact.ts';
import { createSummarizeTranscript } from './summarize-transcript.ts';
import { createTrackContact } from './track-contact.ts';
import { transcriptReader } from './transcript-reader.ts';

const configuration = readConfiguration(
  z.object({
    BEDROCK_MODEL_ID: z.string().min(1),
    CONNECT_INSTANCE_ID: z.string().min(1),
    DIAL_QUEUE_URL: z.url(),
    TRANSCRIPTS_BUCKET: z.string().min(3),
    /** Time for one summary with all its repairs. */
    MODEL_BUDGET_MS: z.coerce.number().int().min(1000).max(60_000).default(30_000),
  }),
);
const base = composeLifecycle('SummarizeAndResumeHandler');
export const { logger, metrics } = base;

const telephony = connectTelephony({
  client: awsClientOptions(),
  instanceId: configuration.CONNECT_INSTANCE_ID,
});
const find = findCall({ ...base, telephony });
const learn = learnContact({ ...base, telephony });
const follow = followContact({ ...base, learn });
const read = transcriptReader(s3Objects(new S3Client(awsClientOptions())));
const transcribe = new TranscribeClient(awsClientOptions());
const transcription = createTranscription({
  ...base,
  transcriber: amazonTranscriber(transcribe, configuration.TRANSCRIPTS_BUCKET),
});
const model = bedrockModel({
  client: new BedrockRuntimeClient(
    awsClientOptions({ requestTimeoutMs: configuration.MODEL_BUDGET_MS, maxAttempts: 4 }),
  ),
  modelId: configuration.BEDROCK_MODEL_ID,
  budgetMs: configuration.MODEL_BUDGET_MS,
});

export const summarizeTranscript = createSummarizeTranscript({
  ...base,
  ...{ read, learn, model },
  heedLate: heedLateTranscript({ ...base, read }),
  onModelFailure: () => metrics.count('SummaryFallback'),
});
export const trackContact = createTrackContact({ ...base, follow, findCall: find });
export const reconcile = createReconcile({
  ...base,
  reconcileCall: createReconcileCall({
    ...base,
    follow,
    transcription,
    summarize: summarizeTranscript,
    seek: seekContact({ ...base, telephony, findCall: find, follow }),
    poll: pollTranscription({
      ...base,
      summarize: summarizeTranscript,
      transcription,
      stateOf: amazonTranscription(transcribe),
    }),
    queue: sqsDialQueue(new SQSClient(awsClientOptions()), configuration.DIAL_QUEUE_URL),
  }),
  onRun: ({ oldestSeconds, failed, malformed }) => {
    metrics.add('OldestOpenCallSeconds', oldestSeconds, 'None');
    metrics.count('CallsNotReconciled', failed);
    metrics.count('CallsMalformed', malformed);
  },
});
