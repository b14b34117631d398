import type { InteractionStore } from '../../interaction-store.ts';
import { aResult, contactId, keyOf, minute, noon, otherContact, phone, requestId } from '../fixtures.ts';
import { iso, type StoreBench, type StoreUnderTest } from './store-under-test.ts';

export function describeLifeOfCalls(bench: StoreBench): void {
  let store: InteractionStore;
  let put: StoreUnderTest['put'];
  const { opened, dialled, placed } = bench;
  beforeEach(() => {
    ({ store, put } = bench.current());
  });

  describe(`the life of calls in ${bench.name}`, () => {
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
}
