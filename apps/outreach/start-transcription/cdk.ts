import { join } from 'node:path';
import {
  answerWorkflow,
  atlasApp,
  FunctionStack,
  objectsOf,
  readContacts,
  startTranscriptions,
} from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;
const { recordings, transcripts } = names.buckets;

new FunctionStack(app, {
  service: 'StartTranscriptionHandler',
  description: 'Starts the transcription of a recording, and once more with other settings when it fails.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 30,
  memoryMb: 256,
  environment: ['TRANSCRIPTS_BUCKET', 'CONNECT_INSTANCE_ID', 'ATLAS_CALLING_POLICY'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [
    startTranscriptions(),
    // A contact that no record knows yet is known by its attributes; whether it reached an agent, Connect knows.
    readContacts(names),
    // Transcribe reads and writes with the access of whoever starts the job.
    objectsOf(recordings, 's3:GetObject'),
    objectsOf(transcripts, 's3:PutObject'),
    answerWorkflow(names),
  ],
  rules: [
    {
      rule: 'RecordingCreatedRule',
      pattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [recordings.name] },
          object: { key: [{ wildcard: '*/CallRecordings/*.wav' }] },
        },
      },
    },
    {
      rule: 'TranscribeJobStatusRule',
      pattern: {
        source: ['aws.transcribe'],
        'detail-type': ['Transcribe Job State Change'],
        detail: { TranscriptionJobStatus: ['FAILED'], TranscriptionJobName: [{ prefix: 'atlas.' }] },
      },
    },
  ],
});

app.synth();
