import { amazonTranscription } from './amazon-transcription.ts';

const asked = (answer: unknown) =>
  amazonTranscription({
    send: async () => {
      if (answer instanceof Error) throw answer;
      return { TranscriptionJob: answer };
    },
  } as never)('atlas.request-1.1.1');
const failing = (name: string) => Object.assign(new Error(name), { name });
const done = (Transcript: object) => ({ TranscriptionJobStatus: 'COMPLETED', Transcript });
const transcript = { bucket: 'transcripts', key: 'transcripts/r-1/redacted-atlas.r-1.1.1.json' };

describe('what became of a transcription job', () => {
  it.each([
    ['QUEUED', 'RUNNING'],
    ['IN_PROGRESS', 'RUNNING'],
    ['FAILED', 'FAILED'],
  ])('%s is %s', async (TranscriptionJobStatus, status) => {
    await expect(asked({ TranscriptionJobStatus })).resolves.toEqual({ status });
  });

  it.each([
    ['by path', `https://s3.us-east-1.amazonaws.com/transcripts/${transcript.key}`],
    ['by host', `https://transcripts.s3.us-east-1.amazonaws.com/${transcript.key}`],
    ['by an old host', `https://transcripts.s3-us-west-2.amazonaws.com/${transcript.key}`],
    ['in China', `https://s3.cn-north-1.amazonaws.com.cn/transcripts/${transcript.key}`],
    ['with a signature', `https://s3.us-east-1.amazonaws.com/transcripts/${transcript.key}?X-Amz-Date=1`],
  ])('names its transcript, however the address is written: %s', async (_, RedactedTranscriptFileUri) => {
    await expect(asked(done({ RedactedTranscriptFileUri }))).resolves.toEqual({
      status: 'COMPLETED',
      transcript,
    });
  });

  it('prefers the redacted transcript', async () => {
    const at = 'https://s3.us-east-1.amazonaws.com/transcripts/';
    const both = { TranscriptFileUri: `${at}plain.json`, RedactedTranscriptFileUri: `${at}redacted.json` };
    await expect(asked(done(both))).resolves.toMatchObject({ transcript: { key: 'redacted.json' } });
    await expect(asked(done({ TranscriptFileUri: `${at}plain.json` }))).resolves.toMatchObject({
      transcript: { key: 'plain.json' },
    });
  });

  it.each([
    ['a transcript without an address', done({})],
    ['an address that is none', done({ TranscriptFileUri: 'transcripts/r-1/x.json' })],
    ['a job that does not exist', failing('NotFoundException')],
  ])('is not known: %s', async (_, answer) => {
    await expect(asked(answer)).resolves.toEqual({ status: 'UNKNOWN' });
  });

  it('is asked again later when the service does not answer', async () => {
    await expect(asked(failing('InternalFailureException'))).rejects.toThrow('InternalFailureException');
  });
});
