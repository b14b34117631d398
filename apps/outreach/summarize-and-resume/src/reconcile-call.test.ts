import type { CallStatus, ContactId } from '@atlas-engine/domain';
import { arrangeCall, dialledAt, minute, recording, transcript } from './fixtures/arrange-call.ts';
import { transcribeOutput } from './fixtures/transcribe-output.ts';

const connectedToSystemAt = dialledAt + 12_000;
const disconnectedAt = dialledAt + 90_000;
const answered = { connectedToSystemAt, disconnectedAt, disconnectReason: 'CUSTOMER_DISCONNECT' };
const job = 'atlas.request-1.1.1';

type Life = Awaited<ReturnType<typeof arrangeCall>>;
const run = async ({ reconcileCall, call }: Life) => reconcileCall(await call());
const statusOf = async ({ call }: Life): Promise<CallStatus> => (await call()).status;

describe('a call that waits in the queue', () => {
  it('has its message put there again, as often as it takes', async () => {
    const life = await arrangeCall();
    life.pass(20 * minute);
    await expect(run(life)).resolves.toBe('QUEUED_AGAIN');
    const { callId, requestId, sequence } = await life.call();
    expect(life.queued).toEqual([{ callId, requestId, sequence }]);
    expect(life.workflow.heartbeats).toEqual(['token-1']);
    expect(life.telephony.placements).toEqual([]);
  });

  it('is left alone when somebody claims it while its workflow is gone', async () => {
    const life = await arrangeCall();
    const before = await life.call();
    life.workflow.giveUp('token-1');
    await life.dial();
    await expect(life.reconcileCall(before)).resolves.toBe('NOT_WAITING');
    await expect(statusOf(life)).resolves.toBe('DIALLING');
  });

  it('is not made any more when its workflow is gone', async () => {
    const life = await arrangeCall();
    life.workflow.giveUp('token-1');
    await expect(run(life)).resolves.toBe('ABANDONED');
    expect(life.queued).toEqual([]);
    await expect(life.call()).resolves.toMatchObject({
      status: 'FINISHED',
      result: { outcome: 'FAILED', reason: 'CALL_TIMED_OUT', attempts: 0, next: { action: 'FINISH' } },
    });
  });
});

describe('a call whose placement was never confirmed', () => {
  it('is found by its id and followed', async () => {
    const life = await arrangeCall();
    const contactId = await life.ring();
    life.telephony.know(contactId, { disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    life.pass(15 * minute);
    await expect(run(life)).resolves.toBe('ENDED');
    await expect(life.call()).resolves.toMatchObject({ contactId, result: { outcome: 'BUSY' } });
  });

  it('is found while it goes on', async () => {
    const life = await arrangeCall();
    await life.ring();
    await expect(run(life)).resolves.toBe('UNDER_WAY');
    await expect(statusOf(life)).resolves.toBe('PLACED');
  });

  it('is sought for half an hour, and never dialled again', async () => {
    const life = await arrangeCall();
    await life.dial();
    life.pass(30 * minute);
    await expect(run(life)).resolves.toBe('SOUGHT');
    await expect(statusOf(life)).resolves.toBe('DIALLING');
    life.pass(1);
    await expect(run(life)).resolves.toBe('NOT_PLACED');
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'POSTPONED', reason: 'CALL_NOT_PLACED', attempts: 0, next: { action: 'RETRY' } },
    });
    expect((await life.store.readNumber(life.phone)).history.attempts).toEqual([]);
    expect(life.queued).toEqual([]);
    expect(life.telephony.placements).toEqual([]);
  });

  it('is found among all calls of that time when its attribute cannot be searched', async () => {
    const life = await arrangeCall();
    const contactId = await life.ring();
    life.telephony.know(contactId, { disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    life.telephony.search = async () => undefined;
    life.pass(31 * minute);
    await expect(run(life)).resolves.toBe('ENDED');
    await expect(life.call()).resolves.toMatchObject({ contactId, result: { outcome: 'BUSY', attempts: 1 } });
  });

  it('may have rung when it cannot be told from too many others', async () => {
    const life = await arrangeCall();
    await life.dial();
    life.telephony.placedBetween = async () => 'TOO_MANY';
    life.telephony.search = async () => undefined;
    life.pass(31 * minute);
    await expect(run(life)).resolves.toBe('UNCONFIRMED');
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'UNCONFIRMED', reason: 'DIAL_UNCONFIRMED', attempts: 1 },
    });
  });

  it('is not taken for lost while Connect is out of reach, and is found when that is back', async () => {
    const life = await arrangeCall();
    const contactId = await life.ring();
    life.telephony.know(contactId, { disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    for (let hours = 1; hours < 20; hours += 1) {
      life.pass(60 * minute);
      life.telephony.failNext(new Error('Connect is away'));
      await expect(run(life)).rejects.toThrow('away');
      expect(life.workflow.heartbeats).toHaveLength(hours);
    }
    await expect(run(life)).resolves.toBe('ENDED');
    await expect(life.call()).resolves.toMatchObject({ result: { outcome: 'BUSY' } });
  });

  it('ends by what is known before its workflow gives it up, and counts', async () => {
    const life = await arrangeCall();
    await life.ring();
    life.pass(20 * 60 * minute + 1);
    life.telephony.failNext(new Error('Connect is away'));
    await expect(run(life)).resolves.toBe('GIVEN_UP');
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'UNCONFIRMED', reason: 'DIAL_UNCONFIRMED', attempts: 1 },
    });
  });

  it('is left to the contact that it has, when another is found', async () => {
    const life = await arrangeCall();
    await life.ring();
    const before = await life.call();
    await life.store.recordPlaced({ key: life.key, contactId: 'earlier' as ContactId, at: dialledAt });
    await expect(life.reconcileCall(before)).resolves.toBe('OTHER_CONTACT');
    await expect(life.call()).resolves.toMatchObject({ contactId: 'earlier', status: 'PLACED' });
  });
});

describe('a call that Connect has', () => {
  it.each([
    ['BUSY', { disconnectedAt, disconnectReason: 'TELECOM_BUSY' }, 'ENDED'],
    ['a conversation', answered, 'AWAITS_RECORDING'],
    ['still going on', { connectedToSystemAt }, 'UNDER_WAY'],
  ])('is followed when no event told of it: %s', async (_, facts, progress) => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), facts);
    life.pass(15 * minute);
    await expect(run(life)).resolves.toBe(progress);
  });

  it('has half an hour for its recording from when it ended, however late that was learnt', async () => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), answered);
    life.pass(45 * minute);
    await expect(run(life)).resolves.toBe('AWAITS_RECORDING');
    await expect(statusOf(life)).resolves.toBe('ENDED');
    await expect(run(life)).resolves.toBe('NO_RECORDING');
    await expect(life.call()).resolves.toMatchObject({
      result: {
        outcome: 'ANSWERED',
        disposition: 'UNKNOWN',
        reason: 'NO_RECORDING',
        next: { action: 'FINISH' },
      },
    });
  });

  it('waits for its recording until the half hour is over', async () => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), answered);
    await run(life);
    life.pass(disconnectedAt - dialledAt + 30 * minute);
    await expect(run(life)).resolves.toBe('AWAITS_RECORDING');
    life.pass(1);
    await expect(run(life)).resolves.toBe('NO_RECORDING');
  });

  it('is transcribed when there is a recording and nothing came of it', async () => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), answered);
    await life.store.recordRecording({ key: life.key, object: recording, at: dialledAt });
    await expect(run(life)).resolves.toBe('STARTED');
    expect(life.ordered).toMatchObject([{ recording, attempt: 1 }]);
    await expect(statusOf(life)).resolves.toBe('TRANSCRIBING');
  });

  it('ends answered when nothing more can be learnt of it for most of a day', async () => {
    const life = await arrangeCall();
    const contactId = await life.place();
    life.telephony.know(contactId, answered);
    await run(life);
    life.pass(20 * 60 * minute + 1);
    life.telephony.failNext(new Error('Connect is away'));
    await expect(run(life)).resolves.toBe('GIVEN_UP');
    await expect(life.call()).resolves.toMatchObject({
      result: { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'NO_RECORDING' },
    });
  });

  it('ends as it ended, although whoever learnt of it died before saying so', async () => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), { disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    await life.store.recordContact({ key: life.key, endedAt: disconnectedAt, at: disconnectedAt });
    await expect(statusOf(life)).resolves.toBe('ENDED');
    life.pass(60 * minute);
    await expect(run(life)).resolves.toBe('ENDED');
    await expect(life.call()).resolves.toMatchObject({ result: { outcome: 'BUSY' } });
  });

  it('is given up two hours after Connect has lost its contact', async () => {
    const life = await arrangeCall();
    life.telephony.forget(await life.place());
    life.pass(120 * minute);
    await expect(run(life)).resolves.toBe('NOT_FOUND');
    life.pass(1);
    await expect(run(life)).resolves.toBe('UNCONFIRMED');
    await expect(life.call()).resolves.toMatchObject({ result: { reason: 'DIAL_UNCONFIRMED' } });
  });
});

describe('a call that is being transcribed', () => {
  const arrange = async () => {
    const life = await arrangeCall();
    life.telephony.know(await life.place(), answered);
    await life.transcribe(transcribeOutput([1, 0, 'Yes, please send me an offer.']));
    return life;
  };

  it('is summarised when the event was lost', async () => {
    const life = await arrange();
    life.jobs.set(job, { status: 'COMPLETED', transcript });
    await expect(run(life)).resolves.toBe('FINISHED');
    await expect(life.call()).resolves.toMatchObject({
      transcript,
      result: { outcome: 'ANSWERED', disposition: 'INTERESTED' },
    });
  });

  it('goes on while the job runs', async () => {
    const life = await arrange();
    life.jobs.set(job, { status: 'RUNNING' });
    await expect(run(life)).resolves.toBe('TRANSCRIBING');
    expect(life.workflow.heartbeats).toHaveLength(1);
  });

  it.each(['FAILED', 'UNKNOWN'] as const)('is transcribed again when the job is %s', async (status) => {
    const life = await arrange();
    life.jobs.set(job, { status });
    await expect(run(life)).resolves.toBe('STARTED');
    expect(life.ordered).toMatchObject([{ attempt: 2 }]);
    await expect(statusOf(life)).resolves.toBe('TRANSCRIBING');
  });

  it('ends without a transcript when the last job failed', async () => {
    const life = await arrange();
    await life.store.recordTranscription({ key: life.key, attempt: 5, at: dialledAt });
    life.jobs.set('atlas.request-1.1.5', { status: 'FAILED' });
    await expect(run(life)).resolves.toBe('GIVEN_UP');
    await expect(life.call()).resolves.toMatchObject({ result: { reason: 'TRANSCRIPTION_FAILED' } });
  });

  it('is summarised again when its transcript is there', async () => {
    const life = await arrange();
    await life.store.recordTranscript({ key: life.key, object: transcript, at: dialledAt });
    await expect(run(life)).resolves.toBe('FINISHED');
  });

  it('is asked for by the attempt that was made last', async () => {
    const life = await arrange();
    await life.store.recordTranscription({ key: life.key, attempt: 2, at: dialledAt });
    life.jobs.set('atlas.request-1.1.2', { status: 'RUNNING' });
    await expect(run(life)).resolves.toBe('TRANSCRIBING');
  });
});

describe('a call that is finished', () => {
  it('has its result sent when nobody did', async () => {
    const life = await arrangeCall();
    await life.place();
    life.workflow.failNext(new Error('Step Functions is away'));
    await expect(
      life.base.endCall({ call: await life.call(), ending: { outcome: 'NO_ANSWER' } }),
    ).rejects.toThrow('away');
    await expect(statusOf(life)).resolves.toBe('FINISHED');
    await expect(run(life)).resolves.toBe('RESUMED');
    expect(life.workflow.taken).toMatchObject([{ result: { outcome: 'NO_ANSWER' } }]);
  });

  it('is settled when its workflow is gone', async () => {
    const life = await arrangeCall();
    life.workflow.giveUp('token-1');
    await life.base.endCall({ call: await life.call(), ending: { outcome: 'NO_ANSWER' } });
    await expect(run(life)).resolves.toBe('GONE');
    await expect(life.store.getToken(life.key)).resolves.toMatchObject({ status: 'EXPIRED' });
  });
});
