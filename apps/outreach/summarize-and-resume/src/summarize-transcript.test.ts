import { aSummaryDraft } from '@atlas-engine/domain/testing';
import { arrangeCall, dialledAt, minute, transcript, type Arrangement } from './fixtures/arrange-call.ts';
import { transcribeOutput, type Said } from './fixtures/transcribe-output.ts';
import { callOfTranscript } from './summarize-transcript.ts';

const greeting: Said = [0, 0, 'Hello Robin, this is an automated call.'];
const disconnectedAt = dialledAt + 90_000;

/** A call in which this was said on the customer's side, its transcript in place. */
async function arrange(said: string | undefined, arrangement: Arrangement = {}) {
  const life = await arrangeCall(arrangement);
  const contactId = await life.place();
  life.telephony.know(contactId, {
    ...{ connectedToSystemAt: dialledAt + 12_000, disconnectedAt },
    disconnectReason: 'CUSTOMER_DISCONNECT',
  });
  life.pass(3 * minute);
  await life.transcribe(transcribeOutput(greeting, ...(said === undefined ? [] : [[1, 4, said] as const])));
  return { ...life, contactId, summary: () => life.store.getSummary(life.key) };
}

describe('a transcript', () => {
  it('is summarised, both are stored, and the workflow has its result', async () => {
    const life = await arrange('Yes, please send me an offer.');
    await expect(life.summarize(transcript)).resolves.toBe('FINISHED');
    await expect(life.call()).resolves.toMatchObject({
      ...{ status: 'FINISHED', transcript },
      result: { outcome: 'ANSWERED', disposition: 'INTERESTED', sentiment: 'POSITIVE' },
    });
    await expect(life.summary()).resolves.toMatchObject({ source: 'MODEL', disposition: 'INTERESTED' });
    await expect(life.store.getTranscript(life.key)).resolves.toMatchObject({
      turns: [
        { speaker: 'SYSTEM', text: 'Hello Robin, this is an automated call.' },
        { speaker: 'CUSTOMER', text: 'Yes, please send me an offer.' },
      ],
    });
    expect(life.workflow.taken).toMatchObject([{ result: { next: { action: 'FINISH' } } }]);
    expect(life.workflow.heartbeats).toEqual(['token-1']);
  });

  it('has the request in what is logged from then on', async () => {
    const life = await arrange('Yes, please send me an offer.');
    const { logger } = life.deps;
    await logger.within({}, async () => {
      await life.summarize(transcript);
      logger.info('done');
    });
    expect(JSON.parse(life.lines.at(-1) ?? '')).toMatchObject({ requestId: life.key.requestId });
  });

  it('is redacted before anyone sees it', async () => {
    const life = await arrange('My number is 212-555-0123, or write to lee@example.com please.');
    await life.summarize(transcript);
    const stored = JSON.stringify(await life.store.getTranscript(life.key));
    for (const text of [stored, life.asked[0]?.material]) {
      expect(text).toContain('[PII]');
      expect(text).not.toMatch(/555-0123|lee@example/);
    }
    expect(life.lines.join('\n')).not.toContain('My number');
  });

  it('tells the model when the call ended, by Connect when no event told it', async () => {
    const life = await arrange('Yes.');
    await life.summarize(transcript);
    expect(life.asked[0]?.material).toContain('"callEndedAt":"2026-11-20T15:01:30.000Z"');
    await expect(life.call()).resolves.toMatchObject({ endedAt: '2026-11-20T15:01:30.000Z' });
  });

  it('is summarised although Connect has forgotten the contact', async () => {
    const life = await arrange('Yes.');
    life.telephony.forget(life.contactId);
    await expect(life.summarize(transcript)).resolves.toBe('FINISHED');
    expect(life.asked[0]?.material).toContain('"callEndedAt":"2026-11-20T15:03:00.000Z"');
  });

  it.each([
    ['a job of somebody else', 'their-job.json'],
    ['a request that is not known', 'transcripts/r/redacted-atlas.unknown.1.1.json'],
    ['a placement that was never made', 'transcripts/request-1/atlas.request-1.7.1.json'],
    ['something else', 'transcripts/request-1/.write_access_check_file.temp'],
  ])('is left alone when it is of %s', async (_, key) => {
    const life = await arrange('Yes.');
    await expect(life.summarize({ bucket: 'transcripts', key })).resolves.toBe('NOT_OURS');
    await expect(life.call()).resolves.toMatchObject({ status: 'TRANSCRIBING' });
  });

  it.each([
    ['transcripts/r-1/redacted-atlas.r-1.12.2.json', { requestId: 'r-1', sequence: 12 }],
    ['atlas.r_1.1.1.json', { requestId: 'r_1', sequence: 1 }],
    ['transcripts/r-1/atlas.r-1.1.1.txt', undefined],
  ])('says by its key which call it is of: %s', (key, call) => {
    expect(callOfTranscript(key)).toEqual(call);
  });
});

describe('the outcome', () => {
  it.each([
    ['Please leave a message after the tone.', { outcome: 'VOICEMAIL', next: { action: 'RETRY' } }],
    [undefined, { outcome: 'ANSWERED', disposition: 'HUNG_UP', next: { action: 'FINISH' } }],
  ])('needs no model when a machine or nobody spoke: %s', async (said, result) => {
    const life = await arrange(said);
    await life.summarize(transcript);
    await expect(life.call()).resolves.toMatchObject({ result });
    await expect(life.summary()).resolves.toMatchObject({ source: 'RULES' });
    expect(life.asked).toEqual([]);
    expect(life.counted.modelFailures).toBe(0);
  });

  it('carries the time that was agreed on', async () => {
    const answer = aSummaryDraft({
      disposition: 'CALL_BACK',
      followUpAt: '2026-11-20T15:00:00-05:00',
      evidence: [],
    });
    const life = await arrange('Call me back today at three.', { answers: [answer] });
    await life.summarize(transcript);
    await expect(life.call()).resolves.toMatchObject({
      result: { disposition: 'CALL_BACK', next: { action: 'RETRY', at: '2026-11-20T20:00:00.000Z' } },
    });
  });

  it('puts the number on the list when the person asks for it, whatever the model says', async () => {
    const life = await arrange('Never call me again.');
    await life.summarize(transcript);
    await expect(life.call()).resolves.toMatchObject({
      result: { disposition: 'DO_NOT_CALL', next: { action: 'FINISH', reason: 'DO_NOT_CALL' } },
    });
    await expect(life.store.doNotCall.has(life.phone)).resolves.toBe(true);
  });

  it('puts the number on the list when a machine asks for it', async () => {
    const life = await arrange('Leave a message. If you sell something, do not call this number.', {
      answers: [aSummaryDraft({ disposition: 'VOICEMAIL', evidence: [] })],
    });
    await life.summarize(transcript);
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'ANSWERED', disposition: 'DO_NOT_CALL' },
    });
    await expect(life.store.doNotCall.has(life.phone)).resolves.toBe(true);
  });

  it('is asked for again while the model fails, and the workflow waits', async () => {
    const answers = [{ failure: 'THROTTLED' }, { failure: 'TIMED_OUT' }, aSummaryDraft({ evidence: [] })];
    const life = await arrange('Yes, please send me an offer.', { answers });
    await expect(life.summarize(transcript)).resolves.toBe('SUMMARY_POSTPONED');
    for (const results of [{ SUMMARY_POSTPONED: 1 }, { FINISHED: 1 }]) {
      life.pass(11 * minute);
      await expect(life.reconcile()).resolves.toMatchObject({ results });
    }
    await expect(life.call()).resolves.toMatchObject({ result: { disposition: 'INTERESTED' } });
    expect(life.workflow.heartbeats.length).toBeGreaterThanOrEqual(3);
    expect(life.counted.modelFailures).toBe(2);
  });

  it('is not asked for again when the model will not answer', async () => {
    const life = await arrange('Yes, please send me an offer.', { answers: [{ failure: 'REFUSED' }] });
    await expect(life.summarize(transcript)).resolves.toBe('FINISHED');
    await expect(life.call()).resolves.toMatchObject({ result: { reason: 'SUMMARY_UNAVAILABLE' } });
  });

  it('heeds a wish not to be called although the model fails', async () => {
    const life = await arrange('Stop calling me.', { answers: [{ failure: 'TIMED_OUT' }] });
    await expect(life.summarize(transcript)).resolves.toBe('FINISHED');
    await expect(life.store.doNotCall.has(life.phone)).resolves.toBe(true);
  });

  it('says that there was no summary when the model fails for too long', async () => {
    const life = await arrange('Yes, please send me an offer.', { answers: [{ failure: 'TIMED_OUT' }] });
    life.pass(45 * minute);
    await life.summarize(transcript);
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'SUMMARY_UNAVAILABLE' },
    });
    await expect(life.store.getTranscript(life.key)).resolves.toMatchObject({ truncated: false });
    expect(life.counted.modelFailures).toBe(1);
  });

  it.each([
    ['is malformed', '{"status":"COMPLETED"}'],
    ['is empty', ''],
    ['is missing', undefined],
  ])('is recorded when the transcript %s', async (_, text) => {
    const life = await arrange('Yes.');
    if (text === undefined) life.objects.clear();
    else life.objects.set(transcript.key, text);
    await expect(life.summarize(transcript)).resolves.toBe('MALFORMED');
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'TRANSCRIPT_MALFORMED' },
    });
    expect(life.workflow.taken).toHaveLength(1);
    expect(life.asked).toEqual([]);
  });
});

describe('a repeat', () => {
  it('pays the model once, although the workflow could not be told the first time', async () => {
    const life = await arrange('Yes, please send me an offer.');
    life.workflow.failNext(new Error('away'), new Error('away'));
    await expect(life.summarize(transcript)).rejects.toThrow('away');
    await expect(life.summarize(transcript)).rejects.toThrow('away');
    expect(life.workflow.taken).toEqual([]);
    await life.summarize(transcript);
    life.pass(11 * minute);
    await life.reconcile();
    expect(life.asked).toHaveLength(1);
    expect(life.workflow.taken).toMatchObject([{ result: { disposition: 'INTERESTED' } }]);
  });

  it('pays the model once when the call could not be ended after the summary was stored', async () => {
    const life = await arrange('Yes.', { answers: [{ failure: 'THROTTLED' }, aSummaryDraft()] });
    life.pass(45 * minute);
    const { finishCall } = life.store;
    Object.assign(life.store, { finishCall: () => Promise.reject(new Error('away')) });
    await expect(life.summarize(transcript)).rejects.toThrow('away');
    await expect(life.call()).resolves.toMatchObject({ status: 'TRANSCRIBING' });
    Object.assign(life.store, { finishCall });
    await life.summarize(transcript);
    expect(life.asked).toHaveLength(1);
    await expect(life.call()).resolves.toMatchObject({ result: { reason: 'SUMMARY_UNAVAILABLE' } });
  });

  it('changes nothing once the call is finished', async () => {
    const life = await arrange('Yes, please send me an offer.');
    await life.summarize(transcript);
    const before = await life.call();
    await expect(life.summarize(transcript)).resolves.toBe('ALREADY_FINISHED');
    await expect(life.call()).resolves.toEqual(before);
    expect(life.workflow.taken).toHaveLength(1);
  });
});

describe('a transcript that comes after its call was ended without it', () => {
  const late = async (said: string) => {
    const life = await arrange(said);
    const ending = { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'NO_RECORDING' } as const;
    await life.base.endCall({ call: await life.call(), ending });
    return life;
  };

  it('still keeps the number from being called when the person asked for it', async () => {
    const life = await late('Take me off your list.');
    const { result } = await life.call();
    await expect(life.summarize(transcript)).resolves.toBe('DO_NOT_CALL_HEEDED');
    await expect(life.summarize(transcript)).resolves.toBe('DO_NOT_CALL_HEEDED');
    await expect(life.store.doNotCall.has(life.phone)).resolves.toBe(true);
    const kinds = (await life.store.timeline(life.key.requestId)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'DO_NOT_CALL_HEARD_LATE')).toHaveLength(1);
    await expect(life.call()).resolves.toMatchObject({ result });
  });

  it('changes nothing otherwise', async () => {
    const life = await late('Yes, please send me an offer.');
    await expect(life.summarize(transcript)).resolves.toBe('ALREADY_FINISHED');
    life.objects.set(transcript.key, 'no transcript');
    await expect(life.summarize(transcript)).resolves.toBe('ALREADY_FINISHED');
    await expect(life.store.doNotCall.has(life.phone)).resolves.toBe(false);
    await expect(life.summary()).resolves.toBeUndefined();
    expect(life.asked).toEqual([]);
  });
});
