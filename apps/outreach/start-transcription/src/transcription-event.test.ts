import { contactOfRecording, transcriptionEventSchema } from './transcription-event.ts';

const contactId = '0a1b2c3d-0000-4000-8000-000000000001';

describe('contactOfRecording', () => {
  it.each([
    ['an automated call', `connect/atlas/CallRecordings/ivr/2026/11/20/${contactId}_20261120T15:01_UTC.wav`],
    ["an agent's call", `connect/atlas/CallRecordings/2026/11/20/${contactId}_20261120T15:01_UTC.wav`],
    ['another prefix', `a/b/c/CallRecordings/ivr/2026/11/20/${contactId}_20261120T15:01_UTC.wav`],
    ['a key that was encoded', `c/CallRecordings/2026/11/20/${contactId}_20261120T15%3A01_UTC.wav`],
  ])('reads the contact from the key of %s', (_, key) => {
    expect(contactOfRecording(key)).toBe(contactId);
  });

  it.each([
    ['a chat', `connect/atlas/ChatTranscripts/2026/11/20/${contactId}_20261120T15:01_UTC.json`],
    ['an analysis', `Analysis/Voice/2026/11/20/${contactId}_analysis_2026-11-20T15:01:00Z.json`],
    ['a redacted recording', `Analysis/Voice/Redacted/2026/11/20/${contactId}_call_recording_redacted.wav`],
    ['another format', `connect/atlas/CallRecordings/2026/11/20/${contactId}_20261120T15:01_UTC.mp3`],
    ['no time', `connect/atlas/CallRecordings/2026/11/20/${contactId}.wav`],
    ['no contact', 'connect/atlas/CallRecordings/2026/11/20/_20261120T15:01_UTC.wav'],
    ['no date', `connect/atlas/CallRecordings/${contactId}_20261120T15:01_UTC.wav`],
    ['a folder below the day', `connect/atlas/CallRecordings/2026/11/20/x/${contactId}_T_UTC.wav`],
    ['an id that is too long', `c/CallRecordings/2026/11/20/${'x'.repeat(257)}_T_UTC.wav`],
    ['nothing', ''],
  ])('sees no recording in the key of %s', (_, key) => {
    expect(contactOfRecording(key)).toBeUndefined();
  });
});

describe('the event', () => {
  const created = {
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: { bucket: { name: 'b' }, object: { key: 'a:b.wav', size: 1 }, reason: 'CompleteMultipartUpload' },
  };

  it('is a new object, its key as it is', () => {
    expect(transcriptionEventSchema.parse(created)).toMatchObject({ detail: { object: { key: 'a:b.wav' } } });
  });

  it.each([
    ['an object without a key', { ...created, detail: { bucket: { name: 'b' }, object: {} } }],
    ['another kind of event', { ...created, 'detail-type': 'Object Deleted' }],
    [
      'a job that is done',
      {
        'detail-type': 'Transcribe Job State Change',
        detail: { TranscriptionJobName: 'atlas.r.1.1', TranscriptionJobStatus: 'COMPLETED' },
      },
    ],
  ])('is not %s', (_, event) => {
    expect(transcriptionEventSchema.safeParse(event).success).toBe(false);
  });
});
