import {
  GetTranscriptionJobCommand,
  StartTranscriptionJobCommand,
  TranscribeClient,
  type StartTranscriptionJobCommandInput,
} from '@aws-sdk/client-transcribe';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { writeRecording } from '@atlas-engine/call-recording';
import {
  createManualClock,
  createMemoryStore,
  noFaults,
  type FaultPlan,
  type ManualClock,
} from '@atlas-engine/simulation';
import { createTranscribe, type TranscribeEvent } from './index.ts';

const start = (
  input: Partial<StartTranscriptionJobCommandInput> = {},
): StartTranscriptionJobCommandInput => ({
  TranscriptionJobName: 'atlas.r-1.1.1',
  Media: { MediaFileUri: 's3://recordings/call.wav' },
  MediaFormat: 'wav',
  LanguageCode: 'en-US',
  OutputBucketName: 'transcripts',
  OutputKey: 'transcripts/r-1/',
  Settings: { ChannelIdentification: true },
  ...input,
});

describe('the Transcribe double', () => {
  const store = createMemoryStore();
  let clock: ManualClock;
  let objects: Map<string, Uint8Array | string>;
  let events: TranscribeEvent[];
  let server: WireServer;
  let client: TranscribeClient;

  const create = (faults: FaultPlan = noFaults, kept = store) =>
    createTranscribe({
      clock,
      store: kept,
      faults,
      accountId: '000000000000',
      region: 'us-east-1',
      objects: {
        get: async (bucket, key) => objects.get(`${bucket}/${key}`) as Uint8Array | undefined,
        put: async ({ bucket, key, body }) => void objects.set(`${bucket}/${key}`, body),
      },
      emit: async (event) => void events.push(event),
    });
  const serve = async (faults?: FaultPlan) => {
    const kept = createMemoryStore();
    server = await createWireServer({ services: [create(faults, kept).service], clock, store: kept });
    client = new TranscribeClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    return kept;
  };
  const get = async (name = 'atlas.r-1.1.1') =>
    (await client.send(new GetTranscriptionJobCommand({ TranscriptionJobName: name }))).TranscriptionJob;
  const transcript = (key: string) =>
    JSON.parse(objects.get(`transcripts/${key}`) as string) as {
      results: {
        transcripts: { transcript: string }[];
        channel_labels: { channels: { items: unknown[] }[] };
      };
    };

  beforeEach(() => {
    clock = createManualClock();
    events = [];
    const said = [
      { channel: 0 as const, text: 'Hello, this is Atlas.', from: 0, to: 2 },
      { channel: 1 as const, text: 'Write to lee@example.com please.', from: 2, to: 4 },
    ];
    objects = new Map([['recordings/call.wav', writeRecording(said, 5)]]);
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  it('writes both channels with times as strings, and tells the bus', async () => {
    await serve();
    await client.send(new StartTranscriptionJobCommand(start()));
    expect((await get())?.TranscriptionJobStatus).toBe('IN_PROGRESS');
    await clock.runUntilIdle();
    const { results } = transcript('transcripts/r-1/atlas.r-1.1.1.json');
    expect(results.transcripts[0]?.transcript).toBe('Hello, this is Atlas. Write to lee@example.com please.');
    expect(results.channel_labels.channels[0]?.items[0]).toEqual({
      channel_label: 'ch_0',
      type: 'pronunciation',
      start_time: '0.00',
      end_time: '0.45',
      alternatives: [{ confidence: '0.998', content: 'Hello' }],
    });
    expect(events.map((event) => event.detail)).toEqual([
      { TranscriptionJobName: 'atlas.r-1.1.1', TranscriptionJobStatus: 'COMPLETED' },
    ]);
    expect((await get())?.Transcript?.TranscriptFileUri).toContain(
      '/transcripts/transcripts/r-1/atlas.r-1.1.1.json',
    );
  });

  it('stores only the redacted transcript when only that is asked for', async () => {
    await serve();
    const ContentRedaction = { RedactionType: 'PII', RedactionOutput: 'redacted' } as const;
    await client.send(new StartTranscriptionJobCommand(start({ ContentRedaction })));
    await clock.runUntilIdle();
    const redacted = transcript('transcripts/r-1/redacted-atlas.r-1.1.1.json');
    expect(redacted.results.transcripts[0]?.transcript).toContain('[PII]');
    expect(JSON.stringify(redacted)).not.toContain('example.com');
    expect((await get())?.Transcript).toEqual({
      RedactedTranscriptFileUri: expect.stringContaining('redacted-'),
    });
  });

  it.each<[string, Partial<StartTranscriptionJobCommandInput>]>([
    ['both a language and its identification', { IdentifyLanguage: true }],
    ['neither', { LanguageCode: undefined }],
    [
      'redaction where it is not available',
      { LanguageCode: 'en-GB', ContentRedaction: { RedactionType: 'PII', RedactionOutput: 'redacted' } },
    ],
    ['a name with a slash', { TranscriptionJobName: 'a/b' }],
    ['a media URI that is not S3', { Media: { MediaFileUri: 'https://example.com/a.wav' } }],
  ])('refuses %s', async (_, input) => {
    await serve();
    await expect(client.send(new StartTranscriptionJobCommand(start(input)))).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });

  it('refuses a second job of the same name', async () => {
    await serve();
    await client.send(new StartTranscriptionJobCommand(start()));
    await expect(client.send(new StartTranscriptionJobCommand(start()))).rejects.toMatchObject({
      name: 'ConflictException',
    });
  });

  it.each<[string, string | Uint8Array | undefined, RegExp]>([
    ['missing', undefined, /not found/],
    ['not a WAV file', Buffer.from('plain text, not sound'), /media format/],
    ['too short', writeRecording([], 0).subarray(0, 60), /duration|unsupported/],
  ])('fails a job whose recording is %s', async (_, file, reason) => {
    if (file === undefined) objects.clear();
    else objects.set('recordings/call.wav', file);
    await serve();
    await client.send(new StartTranscriptionJobCommand(start()));
    await clock.runUntilIdle();
    expect(await get()).toMatchObject({
      TranscriptionJobStatus: 'FAILED',
      FailureReason: expect.stringMatching(reason),
    });
    expect(events[0]?.detail['TranscriptionJobStatus']).toBe('FAILED');
  });

  it('fails a job by plan', async () => {
    await serve({
      ...noFaults,
      call: ({ operation }) => ({ kind: operation === 'Job' ? 'server-error' : 'none' }),
    });
    await client.send(new StartTranscriptionJobCommand(start()));
    await clock.runUntilIdle();
    expect((await get())?.TranscriptionJobStatus).toBe('FAILED');
  });

  it('goes on with jobs that a former process left', async () => {
    const kept = await serve();
    await client.send(new StartTranscriptionJobCommand(start()));
    clock = createManualClock(clock.now());
    create(noFaults, kept);
    await clock.runUntilIdle();
    expect(events).toHaveLength(1);
  });
});
