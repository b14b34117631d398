import { TranscribeClient } from '@aws-sdk/client-transcribe';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { writeRecording } from '@atlas-engine/call-recording';
import type { CallKey, Locale, RequestId } from '@atlas-engine/domain';
import {
  createFaultPlan,
  createManualClock,
  createMemoryStore,
  noFaults,
  type ManualClock,
} from '@atlas-engine/simulation';
import { createTranscribe, type Transcribe } from '@atlas-engine/transcribe-double';
import { amazonTranscriber } from './amazon-transcriber.ts';

const key: CallKey = { requestId: 'request-1' as RequestId, sequence: 1 };
const recording = { bucket: 'recordings', key: 'c/CallRecordings/ivr/2026/11/20/id_20261120T15:01_UTC.wav' };
const said = [{ channel: 1 as const, text: 'Write to lee@example.com please.', from: 0, to: 2 }];

describe('a job on the wire', () => {
  let clock: ManualClock;
  let objects: Map<string, Uint8Array | string>;
  let events: Readonly<Record<string, unknown>>[];
  let transcribe: Transcribe;
  let server: WireServer;
  let client: TranscribeClient;

  const serve = async (faults = noFaults) => {
    const store = createMemoryStore();
    transcribe = createTranscribe({
      ...{ clock, store, accountId: '000000000000', region: 'us-east-1' },
      objects: {
        get: async (bucket, name) => objects.get(`${bucket}/${name}`) as Uint8Array | undefined,
        put: async ({ bucket, key: name, body }) => void objects.set(`${bucket}/${name}`, body),
      },
      emit: async ({ detail }) => void events.push(detail),
    });
    server = await createWireServer({ services: [transcribe.service], clock, store, faults });
    client = new TranscribeClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    return amazonTranscriber(client, 'transcripts');
  };

  beforeEach(() => {
    clock = createManualClock();
    objects = new Map([[`recordings/${recording.key}`, writeRecording(said, 3)]]);
    events = [];
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  it.each<[Locale, string]>([
    ['en-US', 'redacted-atlas.request-1.1.1.json'],
    ['es-US', 'redacted-atlas.request-1.1.1.json'],
    ['en-GB', 'atlas.request-1.1.1.json'],
  ])('in %s leaves its transcript under %s', async (locale, name) => {
    const transcriber = await serve();
    await expect(transcriber.start({ key, attempt: 1, recording, locale })).resolves.toBe('STARTED');
    await clock.runUntilIdle();
    expect([...objects.keys()].filter((object) => object.startsWith('transcripts/'))).toEqual([
      `transcripts/transcripts/request-1/${name}`,
    ]);
    expect(events).toMatchObject([{ TranscriptionJobStatus: 'COMPLETED' }]);
  });

  it('is there once, however often it is ordered', async () => {
    const transcriber = await serve();
    const order = { key, attempt: 1, recording, locale: 'en-US' } as const;
    await expect(transcriber.start(order)).resolves.toBe('STARTED');
    await expect(transcriber.start(order)).resolves.toBe('STARTED');
    expect(transcribe.jobs()).toHaveLength(1);
  });

  it('is taken by the service with the second settings too', async () => {
    const transcriber = await serve();
    await expect(transcriber.start({ key, attempt: 2, recording, locale: 'en-US' })).resolves.toBe('STARTED');
    await clock.runUntilIdle();
    expect(events).toMatchObject([
      { TranscriptionJobName: 'atlas.request-1.1.2', TranscriptionJobStatus: 'COMPLETED' },
    ]);
  });

  it('is refused for good when the service says so', async () => {
    const transcriber = await serve();
    const nowhere = { bucket: 'recordings', key: '' };
    await expect(transcriber.start({ key, attempt: 1, recording: nowhere, locale: 'en-US' })).resolves.toBe(
      'REFUSED',
    );
  });

  it('is an error that may pass when the service is in trouble', async () => {
    const transcriber = await serve(createFaultPlan({ seed: 'trouble', error: 1 }));
    await expect(transcriber.start({ key, attempt: 1, recording, locale: 'en-US' })).rejects.toThrow();
    expect(transcribe.jobs()).toEqual([]);
  });
});
