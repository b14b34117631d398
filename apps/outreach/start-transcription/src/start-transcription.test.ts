import type { ContactId } from '@atlas-engine/domain';
import { arrangeTranscription, contactId, recording } from './fixtures/arrange-transcription.ts';

const failed = { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'TRANSCRIPTION_FAILED' };

describe('a recording that lands', () => {
  it('is ordered to be transcribed, and the call says so', async () => {
    const { start, asked, call, key, workflow } = await arrangeTranscription();
    await expect(start(recording)).resolves.toBe('STARTED');
    expect(asked).toEqual([{ key, attempt: 1, recording, locale: 'en-US' }]);
    await expect(call()).resolves.toMatchObject({
      status: 'TRANSCRIBING',
      recording,
      transcriptionAttempt: 1,
    });
    expect(workflow.heartbeats).toEqual(['token-1']);
  });

  it('is ordered under the same name when its event is repeated', async () => {
    const { start, asked, call } = await arrangeTranscription();
    await start(recording);
    const before = await call();
    await expect(start(recording)).resolves.toBe('STARTED');
    expect(asked[1]).toEqual(asked[0]);
    await expect(call()).resolves.toEqual(before);
  });

  it('counts for its call although the contact was never written down', async () => {
    const { start, call } = await arrangeTranscription(false);
    await expect(start(recording)).resolves.toBe('STARTED');
    await expect(call()).resolves.toMatchObject({ status: 'TRANSCRIBING', contactId });
  });

  it('has the request in what is logged, as the retry of its job has', async () => {
    const { start, retry, key, lastLine } = await arrangeTranscription();
    const line = { requestId: key.requestId, message: 'done' };
    await expect(lastLine(() => start(recording))).resolves.toMatchObject(line);
    await expect(lastLine(() => retry(`atlas.${key.requestId}.1.1`))).resolves.toMatchObject(line);
  });

  it("is left alone when it is somebody else's contact", async () => {
    const { start, asked, attributes } = await arrangeTranscription();
    const key = recording.key.replace(contactId, 'somebody-else');
    attributes.set('somebody-else' as ContactId, { requestId: 'r-x', sequence: '1', callId: 'theirs' });
    await expect(start({ ...recording, key })).resolves.toBe('NOT_OURS');
    expect(asked).toEqual([]);
  });

  it('is none when the object is something else', async () => {
    const { start, asked } = await arrangeTranscription();
    await expect(start({ bucket: 'recordings', key: 'reports/2026.csv' })).resolves.toBe('NOT_A_RECORDING');
    expect(asked).toEqual([]);
  });

  it('is left alone when the call is finished', async () => {
    const { start, asked, finish } = await arrangeTranscription();
    await finish();
    await expect(start(recording)).resolves.toBe('ALREADY_FINISHED');
    expect(asked).toEqual([]);
  });

  it('of the automated part is left alone when the customer reached an agent: that talk counts', async () => {
    const arranged = await arrangeTranscription();
    Object.assign(arranged.facts, { connectedToAgentAt: 1 });
    await expect(arranged.start(recording)).resolves.toBe('TALK_FOLLOWS');
    expect(arranged.asked).toEqual([]);
    const talk = { ...recording, key: recording.key.replace('/ivr/', '/') };
    await expect(arranged.start(talk)).resolves.toBe('STARTED');
    await expect(arranged.call()).resolves.toMatchObject({ recording: talk });
  });

  it('does not take the place of an earlier one', async () => {
    const { start, asked, call } = await arrangeTranscription();
    await start(recording);
    await start({ ...recording, key: recording.key.replace('/ivr/', '/') });
    expect(asked[1]?.recording).toEqual(recording);
    await expect(call()).resolves.toMatchObject({ recording });
  });
});

describe('an order that is refused', () => {
  it('is made once more with the second settings', async () => {
    const { start, asked, answerNext, call } = await arrangeTranscription();
    answerNext('REFUSED');
    await expect(start(recording)).resolves.toBe('STARTED');
    expect(asked.map(({ attempt }) => attempt)).toEqual([1, 2]);
    await expect(call()).resolves.toMatchObject({ status: 'TRANSCRIBING', transcriptionAttempt: 2 });
  });

  it('is given up when it is refused again, and the workflow goes on', async () => {
    const { start, answerNext, call, workflow } = await arrangeTranscription();
    answerNext('REFUSED', 'REFUSED');
    await expect(start(recording)).resolves.toBe('GIVEN_UP');
    await expect(call()).resolves.toMatchObject({ status: 'FINISHED', result: failed });
    expect(workflow.taken).toHaveLength(1);
  });

  it('leaves the function as an error when it may pass, with the recording on record', async () => {
    const { start, answerNext, call } = await arrangeTranscription();
    const limit = Object.assign(new Error('too many jobs'), { name: 'LimitExceededException' });
    answerNext(limit);
    await expect(start(recording)).rejects.toBe(limit);
    await expect(call()).resolves.toMatchObject({ status: 'PLACED', recording });
    await expect(start(recording)).resolves.toBe('STARTED');
  });
});

describe('a job that failed', () => {
  const first = 'atlas.request-1.1.1';
  const last = 'atlas.request-1.1.5';

  it('is tried once more with the other settings', async () => {
    const { start, retry, asked, call, workflow } = await arrangeTranscription();
    await start(recording);
    await expect(retry(first)).resolves.toBe('STARTED');
    expect(asked.map(({ attempt }) => attempt)).toEqual([1, 2]);
    await expect(call()).resolves.toMatchObject({ transcriptionAttempt: 2 });
    expect(workflow.heartbeats).toHaveLength(2);
  });

  it('is tried five times, with the one settings and the others by turns', async () => {
    const { start, retry, asked, call, workflow } = await arrangeTranscription();
    await start(recording);
    for (const attempt of [1, 2, 3, 4]) {
      await expect(retry(`atlas.request-1.1.${String(attempt)}`)).resolves.toBe('STARTED');
    }
    expect(asked.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
    await expect(call()).resolves.toMatchObject({ status: 'TRANSCRIBING', transcriptionAttempt: 5 });
    expect(workflow.taken).toEqual([]);
  });

  it('ends the call without a transcript when it was the last', async () => {
    const { start, retry, call, workflow } = await arrangeTranscription();
    await start(recording);
    await expect(retry(last)).resolves.toBe('GIVEN_UP');
    await expect(call()).resolves.toMatchObject({ status: 'FINISHED', result: failed });
    expect(workflow.taken).toMatchObject([{ result: { ...failed, next: { action: 'FINISH' } } }]);
  });

  it('changes nothing when its events come again, in any order', async () => {
    const { start, retry, call, workflow } = await arrangeTranscription();
    await start(recording);
    await retry(first);
    await retry(first);
    await expect(call()).resolves.toMatchObject({ status: 'TRANSCRIBING', transcriptionAttempt: 2 });
    await retry(last);
    const before = await call();
    await expect(retry(first)).resolves.toBe('ALREADY_FINISHED');
    await expect(retry(last)).resolves.toBe('ALREADY_FINISHED');
    await expect(start(recording)).resolves.toBe('ALREADY_FINISHED');
    await expect(call()).resolves.toEqual(before);
    expect(workflow.taken).toHaveLength(1);
  });

  it('ends the call when the second order is refused', async () => {
    const { start, retry, answerNext, call } = await arrangeTranscription();
    await start(recording);
    answerNext('REFUSED');
    await expect(retry(first)).resolves.toBe('GIVEN_UP');
    await expect(call()).resolves.toMatchObject({ status: 'FINISHED', result: failed });
  });

  it('ends the call when its recording was never written down', async () => {
    const { retry, asked, call } = await arrangeTranscription();
    await expect(retry(first)).resolves.toBe('GIVEN_UP');
    expect(asked).toEqual([]);
    await expect(call()).resolves.toMatchObject({ result: failed });
  });

  it.each(['somebody-elses-job', 'atlas.request-1.1.6', 'atlas.unknown.1.1', 'atlas.request-1.9.1'])(
    'is left alone when it is not ours: %s',
    async (name) => {
      const { retry, asked } = await arrangeTranscription();
      await expect(retry(name)).resolves.toBe('NOT_OURS');
      expect(asked).toEqual([]);
    },
  );
});
