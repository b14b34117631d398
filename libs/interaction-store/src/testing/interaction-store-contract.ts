import type { DialDecision, PhoneNumber, RequestId, Turn } from '@atlas-engine/domain';
import { callIdOf } from '@atlas-engine/domain';
import * as fc from 'fast-check';
import type { InteractionStore } from '../interaction-store.ts';
import type { Item, ItemKey } from '../storage/item-storage.ts';
import {
  aRequest,
  aResult,
  aScenario,
  aSummary,
  anOpening,
  contactId,
  keyOf,
  leadId,
  minute,
  noon,
  otherContact,
  otherPhone,
  phone,
  requestId,
} from './fixtures.ts';
import { describeTexts } from './texts-contract.ts';

/** A store under test, with a way to write as another program would. */
export interface StoreUnderTest {
  readonly store: InteractionStore;
  readonly put: (key: ItemKey, item: Item) => Promise<void> | void;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** What every interaction store does, whatever holds its items. */
export function describeInteractionStore(name: string, create: () => Promise<StoreUnderTest>): void {
  let store: InteractionStore;
  let put: StoreUnderTest['put'];
  beforeEach(async () => {
    ({ store, put } = await create());
  });

  describeTexts(create);

  const opened = async (sequence = 1, id = requestId): Promise<void> => {
    await store.openCall(anOpening({}, keyOf(sequence, id)));
  };
  const dialled = async (sequence = 1, at = noon): Promise<void> => {
    await opened(sequence);
    const { version } = await store.readNumber(phone);
    await store.claimDial({ key: keyOf(sequence), phone, at, version });
  };
  const placed = async (): Promise<void> => {
    await dialled();
    await store.recordPlaced({ key: keyOf(), contactId, at: noon + 1000 });
  };

  describe(`requests in ${name}`, () => {
    it('keeps the first content of a request', async () => {
      expect(await store.receiveRequest(aRequest(), noon)).toBe('RECEIVED');
      expect(await store.receiveRequest(aRequest({ interest: 'something else' }), noon + 1)).toBe('KNOWN');
      expect(await store.getRequest(requestId)).toMatchObject({
        request: aRequest(),
        status: 'RECEIVED',
        receivedAt: iso(noon),
      });
    });

    it('knows nothing of what was never received', async () => {
      expect(await store.getRequest(requestId)).toBeUndefined();
      await expect(
        store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon),
      ).rejects.toMatchObject({
        name: 'RecordNotFoundError',
        message: expect.stringContaining('REQ#lead-42/REQUEST'),
      });
      await expect(store.markRequest(requestId, { status: 'CALLING', at: noon })).rejects.toMatchObject({
        name: 'RecordNotFoundError',
      });
    });

    it('keeps the first lead', async () => {
      await store.receiveRequest(aRequest(), noon);
      await store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon);
      await store.recordLead(
        requestId,
        { leadId: '00Q000000000002AAA' as never, created: false, duplicate: true },
        noon,
      );

      expect(await store.getRequest(requestId)).toMatchObject({
        leadId,
        leadCreated: true,
        leadDuplicate: false,
      });
    });

    it('moves a request on and never back', async () => {
      await store.receiveRequest(aRequest(), noon);
      const mark = (status: 'RECEIVED' | 'CALLING' | 'PARKED' | 'COMPLETED') =>
        store.markRequest(requestId, { status, at: noon, reason: 'CRM_UNAVAILABLE' });

      expect(await mark('CALLING')).toBe('MARKED');
      expect(await mark('CALLING')).toBe('KEPT');
      expect(await mark('RECEIVED')).toBe('KEPT');
      expect(await mark('PARKED')).toBe('MARKED');
      expect(await store.getRequest(requestId)).toMatchObject({
        status: 'PARKED',
        parkedReason: 'CRM_UNAVAILABLE',
      });
      expect(await mark('CALLING')).toBe('MARKED');
      expect(await store.getRequest(requestId)).not.toHaveProperty('parkedReason');
      expect(await mark('COMPLETED')).toBe('MARKED');
      expect(await mark('PARKED')).toBe('KEPT');
      expect(await store.getRequest(requestId)).toMatchObject({
        status: 'COMPLETED',
        completedAt: iso(noon),
      });
    });

    it('receives a request that the workflow parked before it was received', async () => {
      const key = { table: 'interactions', PK: 'REQ#lead-42', SK: 'REQUEST' } as const;
      await put(key, {
        status: 'PARKED',
        parkedReason: 'WORKFLOW_ERROR',
        parkedStep: 'CreateLead',
        parkedAt: iso(noon),
      });

      expect(await store.getRequest(requestId)).toBeUndefined();
      expect(await store.timeline(requestId)).toEqual([]);
      expect(await store.receiveRequest(aRequest(), noon)).toBe('RECEIVED');
      expect(await store.getRequest(requestId)).toMatchObject({ status: 'RECEIVED' });
      expect(await store.getRequest(requestId)).not.toHaveProperty('parkedAt');
    });

    it('lists the requests of a number, newest first', async () => {
      const ids = ['a', 'b', 'c'] as RequestId[];
      for (const [index, id] of ids.entries()) {
        await store.receiveRequest(aRequest({ requestId: id }), noon + index);
      }
      await store.receiveRequest(
        aRequest({ requestId: 'd' as RequestId, lead: { ...aRequest().lead, phone: otherPhone } }),
        noon,
      );

      const found = await store.listRequestsByPhone(phone);

      expect(found.map(({ request }) => request.requestId)).toEqual(['c', 'b', 'a']);
    });

    it('keeps the first scenario', async () => {
      expect(await store.getScenario(requestId)).toBeUndefined();
      expect(await store.saveScenario(requestId, aScenario('First.'))).toEqual(aScenario('First.'));
      expect(await store.saveScenario(requestId, aScenario('Second.'))).toEqual(aScenario('First.'));
      expect(await store.getScenario(requestId)).toEqual(aScenario('First.'));
    });

    it('names a malformed item and its field', async () => {
      await put({ table: 'interactions', PK: 'REQ#lead-42', SK: 'SCENARIO' }, { scenario: { greeting: 7 } });

      await expect(store.getScenario(requestId)).rejects.toMatchObject({
        name: 'StoredItemError',
        details: { item: 'REQ#lead-42/SCENARIO', field: 'scenario.greeting' },
      });
    });
  });

  describe(`opening calls in ${name}`, () => {
    it('stores call and token', async () => {
      expect(await store.openCall(anOpening())).toEqual({ kind: 'OPENED' });
      expect(await store.getCall(keyOf())).toEqual({
        ...keyOf(),
        callId: callIdOf(requestId, 1),
        status: 'REQUESTED',
        locale: 'en-US',
        createdAt: iso(noon),
      });
      expect(await store.getToken(keyOf())).toMatchObject({
        taskToken: 'token-1',
        status: 'OPEN',
        expiresAt: (noon + 1440 * minute) / 1000,
      });
    });

    it('takes a newer token and leaves the call as it is', async () => {
      await dialled();
      const answer = await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 1 }));

      expect(answer).toMatchObject({ kind: 'REOPENED', call: { status: 'DIALLING' } });
      expect(await store.getToken(keyOf())).toMatchObject({ taskToken: 'token-2', status: 'OPEN' });
    });

    it('does not let an older token replace a newer one', async () => {
      await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 5 }));

      expect(await store.openCall(anOpening({ taskToken: 'token-1', at: noon }))).toMatchObject({
        kind: 'REOPENED',
      });
      expect(await store.getToken(keyOf())).toMatchObject({ taskToken: 'token-2' });
    });

    it('does not open a consumed token again', async () => {
      await opened();
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'CONSUMED', at: noon });
      await store.openCall(anOpening({ at: noon + 1 }));

      expect(await store.getToken(keyOf())).toMatchObject({ status: 'CONSUMED' });
    });

    it('answers with the result of a finished call and opens it for the newer token', async () => {
      await opened();
      await store.finishCall({ key: keyOf(), phone, result: aResult(), at: noon });
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'EXPIRED', at: noon });
      await store.settleCall(keyOf(), noon);

      expect(await store.openCall(anOpening({ taskToken: 'token-2', at: noon + 1 }))).toEqual({
        kind: 'FINISHED',
        result: aResult(),
      });
      expect(await store.listOpenCalls({ before: noon + minute, limit: 9 })).toHaveLength(1);
    });

    it('opens a placement once, however often it is asked for at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.openCall(anOpening({ taskToken: `token-${String(index)}` })),
        ),
      );

      expect(answers.filter(({ kind }) => kind === 'OPENED')).toHaveLength(1);
    });

    it('refuses the id of another call', () => {
      const { call } = anOpening();

      expect(() => store.openCall(anOpening({ call: { ...call, sequence: 2 } }))).toThrow(
        'callId does not belong to REQ#lead-42/CALL#0002',
      );
    });

    it('lists the calls of a request by sequence', async () => {
      for (const sequence of [10, 2, 1]) await opened(sequence);
      await opened(1, 'lead-421' as RequestId);

      expect((await store.listCalls(requestId)).map(({ sequence }) => sequence)).toEqual([1, 2, 10]);
    });
  });

  describe(`claiming in ${name}`, () => {
    it('records the attempt with the claim', async () => {
      await opened();

      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [], doNotCall: false },
        version: 0,
      });
      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('CLAIMED');
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'DIALLING', dialledAt: iso(noon) });
      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [{ callId: callIdOf(requestId, 1), requestId, at: noon }], doNotCall: false },
        version: 1,
      });
    });

    it('claims a placement once', async () => {
      await dialled();

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 1 })).toBe('NOT_WAITING');
    });

    it('claims nothing on an old reading of the number', async () => {
      await dialled();
      await opened(2);

      expect(await store.claimDial({ key: keyOf(2), phone, at: noon, version: 0 })).toBe('LEDGER_MOVED');
      expect(await store.getCall(keyOf(2))).toMatchObject({ status: 'REQUESTED' });
    });

    it('claims no number on the do-not-call list', async () => {
      await opened();
      await store.doNotCall.add({ phone, source: 'SMS', at: noon });

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('DO_NOT_CALL');
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'REQUESTED' });
    });

    it('lets one of many claims through, of one placement as of many for one number', async () => {
      const sequences = [1, 2, 3, 4];
      for (const sequence of sequences) await opened(sequence);
      const claims = [...sequences, ...sequences].map((sequence) =>
        store.claimDial({ key: keyOf(sequence), phone, at: noon, version: 0 }),
      );
      const answers = await Promise.all(claims);

      expect(answers.filter((answer) => answer === 'CLAIMED')).toHaveLength(1);
      expect((await store.readNumber(phone)).history.attempts).toHaveLength(1);
    });

    it('gives a claim back', async () => {
      await dialled();
      const claim = { key: keyOf(), phone, claimedAt: noon, at: noon + 1 };

      expect(await store.releaseDial({ ...claim, claimedAt: noon - 1 })).toBe('NOT_CLAIMED');
      expect(await store.releaseDial(claim)).toBe('RELEASED');
      expect(await store.releaseDial(claim)).toBe('NOT_CLAIMED');
      expect(await store.getCall(keyOf())).not.toHaveProperty('dialledAt');
      expect(await store.readNumber(phone)).toEqual({
        history: { attempts: [], doNotCall: false },
        version: 2,
      });
      expect(await store.claimDial({ key: keyOf(), phone, at: noon + 2, version: 2 })).toBe('CLAIMED');
    });

    it('never releases a call that was placed', async () => {
      await placed();

      expect(await store.releaseDial({ key: keyOf(), phone, claimedAt: noon, at: noon })).toBe('NOT_CLAIMED');
    });

    it('keeps the 50 newest attempts', async () => {
      for (let sequence = 1; sequence <= 52; sequence += 1) await dialled(sequence, noon + sequence * minute);
      const { attempts } = (await store.readNumber(phone)).history;

      expect(attempts).toHaveLength(50);
      expect(attempts.map(({ at }) => at)).toEqual(
        Array.from({ length: 50 }, (_, i) => noon + (i + 3) * minute),
      );
    });

    it('claims nothing for a call that was never opened', async () => {
      await expect(store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).rejects.toMatchObject({
        name: 'RecordNotFoundError',
      });
    });

    it('shows a digest in place of a number whose ledger is malformed', async () => {
      await put(
        { table: 'interactions', PK: `PHONE#${phone}`, SK: 'LEDGER' },
        { version: 1, attempts: ['?'] },
      );
      const failure: unknown = await store.readNumber(phone).catch((error: unknown) => error);

      expect(failure).toMatchObject({ name: 'StoredItemError', details: { field: 'attempts.0' } });
      expect(JSON.stringify(failure) + String(failure)).not.toContain('2125550100');
    });
  });

  describe(`the do-not-call list in ${name}`, () => {
    it('keeps the first entry', async () => {
      expect(await store.doNotCall.has(phone)).toBe(false);
      expect(await store.doNotCall.add({ phone, source: 'SMS', requestId, at: noon })).toBe('ADDED');
      expect(await store.doNotCall.add({ phone, source: 'CHAT', at: noon })).toBe('KNOWN');
      expect(await store.doNotCall.has(phone)).toBe(true);
      expect(await store.doNotCall.has(otherPhone)).toBe(false);
      expect((await store.readNumber(phone)).history.doNotCall).toBe(true);
    });
  });

  describe(`the life of calls in ${name}`, () => {
    it('records the contact of a dialled call', async () => {
      await dialled();

      expect(await store.findCallByContact(contactId)).toBeUndefined();
      expect(await store.recordPlaced({ key: keyOf(), contactId, at: noon })).toBe('PLACED');
      expect(await store.recordPlaced({ key: keyOf(), contactId, at: noon })).toBe('PLACED');
      expect(await store.recordPlaced({ key: keyOf(), contactId: otherContact, at: noon })).toBe(
        'OTHER_CONTACT',
      );
      expect(await store.findCallByContact(contactId)).toMatchObject({ status: 'PLACED', contactId });
      expect(await store.findCallByContact(otherContact)).toBeUndefined();
    });

    it('places no call that was not dialled', async () => {
      await opened();

      expect(await store.recordPlaced({ key: keyOf(), contactId, at: noon })).toBe('NOT_DIALLED');
    });

    it('adopts a contact that is found after the call was given up', async () => {
      await dialled();
      const result = aResult({ outcome: 'UNCONFIRMED' });
      await store.finishCall({ key: keyOf(), phone, result, at: noon });

      expect(await store.recordPlaced({ key: keyOf(), contactId, at: noon })).toBe('PLACED');
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'FINISHED', contactId });
    });

    it('takes facts in any order, each once', async () => {
      await placed();
      const key = keyOf();
      await store.recordContact({
        key,
        endedAt: noon + 90_000,
        disconnectReason: 'CUSTOMER_DISCONNECT',
        at: noon,
      });
      const call = await store.recordContact({
        key,
        answeredAt: noon + 10_000,
        endedAt: noon + 99_000,
        disconnectReason: 'OTHER',
        at: noon,
      });

      expect(call).toMatchObject({
        status: 'ENDED',
        answeredAt: iso(noon + 10_000),
        endedAt: iso(noon + 90_000),
        disconnectReason: 'CUSTOMER_DISCONNECT',
      });
    });

    it('never goes back', async () => {
      await placed();
      const key = keyOf();
      const recording = { bucket: 'amzn-s3-demo-bucket', key: 'ivr/1.wav' };
      await store.recordRecording({ key, object: recording, at: noon });
      await store.recordRecording({ key, object: { ...recording, key: 'ivr/2.wav' }, at: noon });
      await store.recordTranscription({ key, attempt: 2, at: noon });
      await store.recordTranscription({ key, attempt: 1, at: noon });
      await store.recordTranscript({ key, object: { ...recording, key: 'transcript.json' }, at: noon });
      const call = await store.recordContact({ key, endedAt: noon, at: noon });

      expect(call).toMatchObject({
        status: 'TRANSCRIBING',
        transcriptionAttempt: 2,
        recording,
        endedAt: iso(noon),
      });
      expect(call.transcript).toEqual({ ...recording, key: 'transcript.json' });
    });

    it('keeps late facts of a finished call and its status', async () => {
      await placed();
      await store.finishCall({ key: keyOf(), phone, result: aResult(), at: noon });
      const call = await store.recordContact({ key: keyOf(), endedAt: noon, at: noon });

      expect(call).toMatchObject({ status: 'FINISHED', endedAt: iso(noon) });
    });

    it('lists what is open and unchanged, longest unchanged first', async () => {
      await opened(1);
      await opened(2);
      await opened(3);
      await store.touch(keyOf(1), noon + 3 * minute);
      await store.touch(keyOf(2), noon + 2 * minute);
      await store.touch(keyOf(2), noon);
      const list = async (before: number, limit = 9) =>
        (await store.listOpenCalls({ before, limit })).map(({ sequence }) => sequence);

      expect(await list(noon)).toEqual([]);
      expect(await list(noon + 1)).toEqual([3]);
      expect(await list(noon + 9 * minute)).toEqual([3, 2, 1]);
      expect(await list(noon + 9 * minute, 2)).toEqual([3, 2]);
    });

    it('leaves a call out of the list that cannot be read, and tells of it', async () => {
      await opened(1);
      await opened(2);
      const { PK, SK } = { PK: `REQ#${requestId}`, SK: 'CALL#0001' };
      const index = { GSI3PK: 'OPEN#REQUESTED', GSI3SK: iso(noon) };
      await put({ table: 'interactions', PK, SK }, { PK, SK, ...index, status: 'RINGING' });
      const malformed: string[] = [];
      const onMalformed = ({ message }: Error): void => void malformed.push(message);
      const list = await store.listOpenCalls({ before: noon + 1, limit: 9, onMalformed });

      expect(list.map(({ sequence }) => sequence)).toEqual([2]);
      expect(malformed).toEqual([expect.stringContaining(`${PK}/${SK}`)]);
    });

    it('counts the calls that are dialled', async () => {
      await opened(1);
      await dialled(2);
      await dialled(3);
      await store.recordPlaced({ key: keyOf(3), contactId, at: noon });
      await dialled(4);
      await store.recordContact({ key: keyOf(4), endedAt: noon, at: noon });

      expect(await store.countDialledCalls()).toBe(2);
    });
  });

  describe(`the end of calls in ${name}`, () => {
    it('writes result, outcome, list and audit together', async () => {
      await placed();
      const result = aResult({ outcome: 'ANSWERED', disposition: 'DO_NOT_CALL', next: { action: 'FINISH' } });
      await store.finishCall({ key: keyOf(), phone, result, at: noon + minute, doNotCall: true });

      expect(await store.getCall(keyOf())).toMatchObject({
        status: 'FINISHED',
        result,
        finishedAt: iso(noon + minute),
      });
      const { history } = await store.readNumber(phone);
      expect(history).toMatchObject({ doNotCall: true, attempts: [{ outcome: 'ANSWERED' }] });
      expect(await store.timeline(requestId)).toContainEqual({
        at: iso(noon + minute),
        kind: 'CALL_FINISHED',
        sequence: 1,
        details: {
          outcome: 'ANSWERED',
          disposition: 'DO_NOT_CALL',
          next: 'FINISH',
          attempts: 1,
          doNotCall: true,
        },
      });
    });

    it('keeps the first result', async () => {
      await placed();
      const first = aResult({ outcome: 'BUSY' });
      const endings = [first, aResult({ outcome: 'ANSWERED' })].map((result) => ({
        key: keyOf(),
        phone,
        result,
        at: noon,
      }));

      expect(await store.finishCall(endings[0]!)).toEqual(first);
      expect(await store.finishCall({ ...endings[1]!, doNotCall: true })).toEqual(first);
      expect((await store.readNumber(phone)).history).toMatchObject({
        doNotCall: false,
        attempts: [{ outcome: 'BUSY' }],
      });
      expect((await store.timeline(requestId)).filter(({ kind }) => kind === 'CALL_FINISHED')).toHaveLength(
        1,
      );
    });

    it('agrees on one result when many end a call at once', async () => {
      await placed();
      const outcomes = ['BUSY', 'NO_ANSWER', 'ANSWERED', 'FAILED'] as const;
      const answers = await Promise.all(
        outcomes.map((outcome) =>
          store.finishCall({ key: keyOf(), phone, result: aResult({ outcome }), at: noon, doNotCall: true }),
        ),
      );

      expect(new Set(answers.map((answer) => answer?.outcome)).size).toBe(1);
      expect((await store.getCall(keyOf()))?.result).toEqual(answers[0]);
    });

    it('leaves no attempt of a call that never reached the network', async () => {
      await dialled();
      const result = aResult({ outcome: 'REFUSED', reason: 'DESTINATION_NOT_ALLOWED', attempts: 0 });
      await store.finishCall({ key: keyOf(), phone, result, at: noon });

      expect((await store.readNumber(phone)).history.attempts).toEqual([]);
      expect((await store.getCall(keyOf()))?.dialledAt).toBeUndefined();
      expect((await store.timeline(requestId)).map(({ kind }) => kind)).not.toContain('CALL_DIALLED');
    });

    it('finishes a call only from the statuses that are named', async () => {
      await dialled();
      const ending = { key: keyOf(), phone, result: aResult(), at: noon };

      expect(await store.finishCall({ ...ending, from: ['REQUESTED'] })).toBeUndefined();
      expect(await store.getCall(keyOf())).toMatchObject({ status: 'DIALLING' });
      expect(await store.finishCall({ ...ending, from: ['REQUESTED', 'DIALLING'] })).toEqual(aResult());
      expect(await store.finishCall({ ...ending, from: ['REQUESTED'] })).toEqual(aResult());
    });

    it('finishes a call that was never claimed, after which it cannot be', async () => {
      await opened();
      const result = aResult({ outcome: 'POSTPONED', attempts: 0 });
      await store.finishCall({ key: keyOf(), phone, result, at: noon });

      expect(await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 })).toBe('NOT_WAITING');
    });

    it('refuses the result of another call', async () => {
      await opened();

      await expect(
        store.finishCall({ key: keyOf(), phone, result: aResult({}, keyOf(2)), at: noon }),
      ).rejects.toMatchObject({ name: 'CallMismatchError' });
    });

    it('settles a call when no token waits any more', async () => {
      await opened();
      expect(await store.settleCall(keyOf(), noon)).toBe('NOT_FINISHED');
      await store.finishCall({ key: keyOf(), phone, result: aResult(), at: noon });
      expect(await store.settleCall(keyOf(), noon)).toBe('TOKEN_OPEN');
      await store.markToken(keyOf(), { taskToken: 'token-1', status: 'CONSUMED', at: noon });
      expect(await store.settleCall(keyOf(), noon)).toBe('SETTLED');
      expect(await store.settleCall(keyOf(), noon)).toBe('SETTLED');
      await store.touch(keyOf(), noon + minute);

      expect(await store.listOpenCalls({ before: noon + 9 * minute, limit: 9 })).toEqual([]);
    });
  });

  describe(`task tokens in ${name}`, () => {
    it('closes exactly the token that is named, once', async () => {
      await opened();
      const mark = { taskToken: 'token-1', status: 'EXPIRED', at: noon } as const;

      expect(await store.markToken(keyOf(), { ...mark, taskToken: 'token-0' })).toBe('NOT_OPEN');
      expect(await store.markToken(keyOf(), mark)).toBe('MARKED');
      expect(await store.markToken(keyOf(), mark)).toBe('NOT_OPEN');
      expect(await store.getToken(keyOf())).toMatchObject({ status: 'EXPIRED', closedAt: iso(noon) });
      expect(await store.timeline(requestId)).toContainEqual({
        at: iso(noon),
        kind: 'TASK_TOKEN_EXPIRED',
        sequence: 1,
      });
    });

    it('corrects an expired token that was consumed, and not the other way', async () => {
      await opened();
      const mark = (status: 'CONSUMED' | 'EXPIRED') =>
        store.markToken(keyOf(), { taskToken: 'token-1', status, at: noon });

      expect([await mark('EXPIRED'), await mark('CONSUMED'), await mark('EXPIRED')]).toEqual([
        'MARKED',
        'MARKED',
        'NOT_OPEN',
      ]);
      expect(await store.getToken(keyOf())).toMatchObject({ status: 'CONSUMED' });
    });

    it('knows no token of a call that was never opened', async () => {
      expect(await store.getToken(keyOf())).toBeUndefined();
      expect(await store.markToken(keyOf(), { taskToken: 'x', status: 'CONSUMED', at: noon })).toBe(
        'NOT_OPEN',
      );
    });
  });

  describe(`conversations in ${name}`, () => {
    const turns: Turn[] = [{ speaker: 'CUSTOMER', text: 'Yes, please. 🙂', from: 0.5, to: 2 }];

    it('keeps the first summary with its turns', async () => {
      const save = (summary: string, said: Turn[]) =>
        store.saveSummary({ key: keyOf(), summary: aSummary(summary), turns: said });

      expect(await store.getSummary(keyOf())).toBeUndefined();
      expect(await store.getTranscript(keyOf())).toBeUndefined();
      expect(await save('First.', turns)).toEqual(aSummary('First.'));
      expect(await save('Second.', [])).toEqual(aSummary('First.'));
      expect(await store.getSummary(keyOf())).toEqual(aSummary('First.'));
      expect(await store.getTranscript(keyOf())).toEqual({ turns, truncated: false });
    });

    it('cuts a transcript that DynamoDB would refuse', async () => {
      const long = Array.from({ length: 5000 }, (_, index): Turn => ({
        speaker: 'AGENT',
        text: 'ä'.repeat(100),
        from: index,
        to: index + 0.25,
      }));
      await store.saveSummary({ key: keyOf(), summary: aSummary(), turns: long });
      const kept = await store.getTranscript(keyOf());

      expect(kept?.truncated).toBe(true);
      expect(kept?.turns).toEqual(long.slice(0, kept?.turns.length));
      expect(kept?.turns.length).toBeGreaterThan(1000);
    });
  });

  describe(`the timeline in ${name}`, () => {
    it('tells everything about a request in order', async () => {
      await store.receiveRequest(aRequest(), noon - 9 * minute);
      await store.recordLead(requestId, { leadId, created: true, duplicate: false }, noon - 8 * minute);
      await placed();
      const decisions: DialDecision[] = [
        { kind: 'REFUSE', reason: 'DO_NOT_CALL' },
        { kind: 'WAIT', reason: 'TOO_SOON', until: noon },
        { kind: 'DIAL', zones: ['America/New_York'] },
      ];
      for (const [index, decision] of decisions.entries()) {
        await store.recordDecision(keyOf(), decision, noon - (3 - index) * minute);
      }
      await store.recordContact({
        key: keyOf(),
        answeredAt: noon + 2000,
        endedAt: noon + 9000,
        disconnectReason: 'OTHER',
        at: noon,
      });
      await store.appendEvent({
        requestId,
        at: noon + minute,
        kind: 'SMS_SENT',
        details: { parts: 2, cost: undefined },
      });
      await store.receiveRequest(aRequest({ requestId: 'other' as RequestId }), noon);
      await store.saveSummary({ key: keyOf(), summary: aSummary(), turns: [] });
      await store.markRequest(requestId, {
        status: 'PARKED',
        at: noon + 2 * minute,
        reason: 'CRM_UNAVAILABLE',
      });
      await store.markRequest(requestId, { status: 'COMPLETED', at: noon + 3 * minute });

      const timeline = await store.timeline(requestId);

      expect(timeline.map(({ kind }) => kind)).toEqual([
        'REQUEST_RECEIVED',
        'LEAD_RECORDED',
        'DIAL_DECIDED',
        'DIAL_DECIDED',
        'DIAL_DECIDED',
        'CALL_REQUESTED',
        'CALL_DIALLED',
        'CALL_PLACED',
        'CALL_ANSWERED',
        'CALL_ENDED',
        'SMS_SENT',
        'REQUEST_PARKED',
        'REQUEST_COMPLETED',
      ]);
      expect(timeline[3]).toEqual({
        at: iso(noon - 2 * minute),
        kind: 'DIAL_DECIDED',
        sequence: 1,
        details: { decision: 'WAIT', reason: 'TOO_SOON', until: iso(noon) },
      });
      expect(timeline[10]?.details).toEqual({ parts: 2 });
      expect(JSON.stringify(timeline)).not.toContain('2125550100');
    });

    it('keeps an event once, and two events of one moment apart', async () => {
      const event = { requestId, at: noon, kind: 'SMS_SENT', details: { parts: 2 } };
      await store.appendEvent(event);
      await store.appendEvent(event);
      await store.appendEvent({ ...event, details: { parts: 3 } });

      expect(await store.timeline(requestId)).toHaveLength(2);
    });
  });

  describe(`the pace in ${name}`, () => {
    const reserve = async (
      sequence: number,
      pace: Partial<Parameters<InteractionStore['reserveDialSlot']>[0]> = {},
    ): Promise<number> => {
      await opened(sequence);
      const key = keyOf(sequence);
      return (await store.reserveDialSlot({ key, now: noon, perSecond: 2, burst: 3, ...pace })).at;
    };

    it('lets a burst through and then one call in each interval', async () => {
      const slots: number[] = [];
      for (let sequence = 1; sequence <= 5; sequence += 1) slots.push((await reserve(sequence)) - noon);

      expect(slots).toEqual([0, 0, 0, 500, 1000]);
      expect(await reserve(6, { now: noon + minute })).toBe(noon + minute);
    });

    it('gives every slot to one of those who ask at the same time', async () => {
      const pace = { perSecond: 1, burst: 1 };
      const slots = await Promise.all([1, 2, 3, 4].map((sequence) => reserve(sequence, pace)));

      expect(slots.map((at) => at - noon).sort((a, b) => a - b)).toEqual([0, 1000, 2000, 3000]);
    });

    it('keeps the slot of a call however often it asks, until that is used up', async () => {
      const pace = { perSecond: 1, burst: 1 };
      await reserve(1, pace);
      const slots = await Promise.all([2, 2, 2].map((sequence) => reserve(sequence, pace)));
      expect(new Set(slots)).toEqual(new Set([noon + 1000]));
      expect(await reserve(2, { ...pace, now: noon + minute })).toBe(noon + 1000);

      const again = { ...pace, now: noon + minute, after: noon + 1000 };
      expect(await reserve(2, again)).toBe(noon + minute);
      expect(await reserve(2, again)).toBe(noon + minute);
      expect(await reserve(3, { ...pace, now: noon + minute })).toBe(noon + minute + 1000);
    });
  });

  describe(`placements in ${name}`, () => {
    it('are dialled at most once whatever is repeated', async () => {
      const steps = fc.array(fc.constantFrom('open', 'claim', 'place', 'end', 'finish'), { maxLength: 12 });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (order) => {
          run += 1;
          const id = `run-${String(run)}` as RequestId;
          const number = `+447700900${String(run).padStart(3, '0')}` as PhoneNumber;
          const key = keyOf(1, id);
          let claims = 0;
          await store.openCall(anOpening({}, key));
          const act: Record<string, () => Promise<unknown>> = {
            open: () => store.openCall(anOpening({}, key)),
            claim: async () => {
              const { version } = await store.readNumber(number);
              if ((await store.claimDial({ key, phone: number, at: noon, version })) === 'CLAIMED')
                claims += 1;
            },
            place: () => store.recordPlaced({ key, contactId: `${contactId}${id}` as never, at: noon }),
            end: () => store.recordContact({ key, endedAt: noon, at: noon }),
            finish: () => store.finishCall({ key, phone: number, result: aResult({}, key), at: noon }),
          };
          for (const step of order) await act[step]?.();
          const { attempts } = (await store.readNumber(number)).history;
          return claims <= 1 && attempts.length === claims;
        }),
        { numRuns: 25 },
      );
    });
  });
}
