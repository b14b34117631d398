import type { StartTranscriptionJobCommandInput } from '@aws-sdk/client-transcribe';
import type { CallKey, Locale, RequestId, TranscriptionAttempt } from '@atlas-engine/domain';
import { amazonTranscriber } from './amazon-transcriber.ts';

const key: CallKey = { requestId: 'request-1' as RequestId, sequence: 2 };
const recording = { bucket: 'recordings', key: 'c/CallRecordings/ivr/2026/11/20/id_20261120T15:01_UTC.wav' };

function arrange(failure?: string) {
  const sent: StartTranscriptionJobCommandInput[] = [];
  const client = {
    send: async ({ input }: { readonly input: StartTranscriptionJobCommandInput }) => {
      sent.push(input);
      if (failure !== undefined) throw Object.assign(new Error(failure), { name: failure });
    },
  };
  const transcriber = amazonTranscriber(client as never, 'transcripts');
  const start = (attempt: TranscriptionAttempt, locale: Locale = 'en-US') =>
    transcriber.start({ key, attempt, recording, locale });
  return { sent, start };
}

describe('a transcription job', () => {
  it('is named for the call and its attempt', async () => {
    const { sent, start } = arrange();
    await start(1);
    await start(1);
    await start(2);
    expect(sent.map((input) => input.TranscriptionJobName)).toEqual([
      'atlas.request-1.2.1',
      'atlas.request-1.2.1',
      'atlas.request-1.2.2',
    ]);
  });

  it('reads the recording and writes below the request, both sides apart', async () => {
    const { sent, start } = arrange();
    await start(1);
    expect(sent[0]).toMatchObject({
      Media: { MediaFileUri: `s3://recordings/${recording.key}` },
      MediaFormat: 'wav',
      LanguageCode: 'en-US',
      OutputBucketName: 'transcripts',
      OutputKey: 'transcripts/request-1/',
      Settings: { ChannelIdentification: true },
    });
  });

  it.each<[Locale, unknown]>([
    ['en-US', { RedactionType: 'PII', RedactionOutput: 'redacted' }],
    ['es-US', { RedactionType: 'PII', RedactionOutput: 'redacted' }],
    ['en-GB', undefined],
  ])('in %s is redacted as far as the service can: %j', async (locale, redaction) => {
    const { sent, start } = arrange();
    await start(1, locale);
    expect(sent[0]?.ContentRedaction).toEqual(redaction);
  });

  it('leaves language and format to the service the second time, and cannot redact then', async () => {
    const { sent, start } = arrange();
    await start(2);
    expect(sent[0]).toMatchObject({
      IdentifyLanguage: true,
      LanguageOptions: ['en-US', 'en-GB', 'es-US'],
      Settings: { ChannelIdentification: true },
    });
    for (const member of ['LanguageCode', 'MediaFormat', 'ContentRedaction']) {
      expect(sent[0]).not.toHaveProperty(member);
    }
  });

  it.each([
    ['ConflictException', 'STARTED'],
    ['BadRequestException', 'REFUSED'],
  ])('answered by %s is %s', async (failure, answer) => {
    await expect(arrange(failure).start(1)).resolves.toBe(answer);
  });

  it.each([
    ['LimitExceededException', 'ServiceUnavailableError'],
    ['InternalServerException', 'ServiceUnavailableError'],
    ['TimeoutError', 'ServiceUnavailableError'],
    ['AccessDeniedException', 'ServiceRefusedError'],
  ])('answered by %s is a %s to whoever ordered it', async (failure, name) => {
    await expect(arrange(failure).start(1)).rejects.toMatchObject({ name });
  });
});
