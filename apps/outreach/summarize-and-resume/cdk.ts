import { join } from 'node:path';
import {
  answerWorkflow,
  atlasApp,
  FunctionStack,
  objectsOf,
  readContacts,
  readTranscriptions,
  searchContacts,
  sendTo,
  startTranscriptions,
} from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;
const { recordings, transcripts } = names.buckets;

new FunctionStack(app, {
  service: 'SummarizeAndResumeHandler',
  description: 'Summarizes a finished call and gives the workflow its result.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 120,
  memoryMb: 512,
  environment: [
    'BEDROCK_MODEL_ID',
    'CONNECT_INSTANCE_ID',
    'DIAL_QUEUE_URL',
    'TRANSCRIPTS_BUCKET',
    'ATLAS_CALLING_POLICY',
  ],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'ScopedBedrockInvokePolicy'],
  permissions: [
    objectsOf(transcripts, 's3:GetObject'),
    // The reconciler orders a transcription again whose failure no event reported; Transcribe works with its access.
    startTranscriptions(),
    objectsOf(recordings, 's3:GetObject'),
    objectsOf(transcripts, 's3:PutObject'),
    readTranscriptions(names),
    readContacts(names),
    searchContacts(names),
    answerWorkflow(names),
    // The reconciler asks again for a dial whose message was lost.
    sendTo(names.queues.dial),
  ],
  rules: [
    {
      rule: 'TranscriptCreatedRule',
      pattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [transcripts.name] }, object: { key: [{ suffix: '.json' }] } },
      },
    },
    {
      rule: 'ContactEventsRule',
      pattern: {
        source: ['aws.connect'],
        'detail-type': ['Amazon Connect Contact Event'],
        detail: {
          initiationMethod: ['API'],
          eventType: ['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED'],
        },
      },
    },
    // Contact events are best effort: what none of them reported is found here.
    { rule: 'ReconcileCallsRule', schedule: 'rate(5 minutes)', input: { reconcile: true } },
  ],
  alarms: ['AnswerRate', 'OldestOpenCall', 'OrphanTokens', 'SummaryFallbacks'],
});

app.synth();
