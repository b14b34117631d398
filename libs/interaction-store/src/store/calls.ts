import type { CallKey, CallRecord, RequestId } from '@atlas-engine/domain';
import { fromIso, toIso } from '@atlas-engine/domain';
import { StoredItemError } from '../errors.ts';
import {
  contactKnown,
  placed,
  recorded,
  touched,
  transcribed,
  transcribing,
} from '../items/call-transitions.ts';
import { contactPartition, requestPartition } from '../items/keys.ts';
import type { StoredCall } from '../items/stored-call.ts';
import { callOf, callWrite, openPartitions, parseCall } from '../items/stored-call.ts';
import type { Calls } from '../ports/calls.ts';
import type { Item, ItemKey, ItemStorage } from '../storage/item-storage.ts';
import { textOf } from '../storage/item-storage.ts';
import type { StoreContext } from './commit.ts';
import { finishCall, settleCall } from './finish-call.ts';
import { openCall } from './open-call.ts';
import { readCall, requireCall } from './read-call.ts';

const keyOfItem = (requestId: RequestId, item: Item): CallKey => ({
  requestId,
  sequence: Number(textOf(item, 'SK').slice('CALL#'.length)),
});

/** The call that an index names, as it is now. */
async function follow(storage: ItemStorage, { PK, SK = '' }: ItemKey): Promise<StoredCall | undefined> {
  return readCall(storage, keyOfItem(PK.slice('REQ#'.length) as RequestId, { SK }));
}

/** One call that cannot be read must not hide the others. */
async function readable(
  reading: Promise<StoredCall | undefined>,
  onMalformed?: (error: StoredItemError) => void,
): Promise<StoredCall | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof StoredItemError)) throw error;
    onMalformed?.(error);
    return undefined;
  }
}

async function openCalls(
  storage: ItemStorage,
  { before, limit, onMalformed }: Parameters<Calls['listOpenCalls']>[0],
): Promise<readonly CallRecord[]> {
  const found = await Promise.all(
    openPartitions.map((partition) =>
      storage.findKeys({ index: 'GSI3', partition, before: toIso(before), limit }),
    ),
  );
  const calls = await Promise.all(found.flat().map((key) => readable(follow(storage, key), onMalformed)));
  return calls
    .filter((call) => call !== undefined)
    .filter(({ settledAt, updatedAt }) => settledAt === undefined && fromIso(updatedAt) < before)
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))
    .slice(0, limit)
    .map(callOf);
}

/** The life of calls. */
export function storedCalls(context: StoreContext): Calls {
  const { storage, commit } = context;

  const change = (
    method: string,
    key: CallKey,
    rule: (call: StoredCall) => StoredCall,
  ): Promise<StoredCall> =>
    commit(method, async () => {
      const before = await requireCall(storage, key);
      const after = rule(before);
      return { answer: after, writes: after === before ? [] : [callWrite(before, after)] };
    });

  return {
    openCall: (opening) => openCall(context, opening),
    finishCall: (ending) => finishCall(context, ending),
    settleCall: (key, at) => settleCall(context, key, at),

    getCall: async (key) => {
      const call = await readCall(storage, key);
      return call === undefined ? undefined : callOf(call);
    },

    findCallByContact: async (contactId) => {
      const [key] = await storage.findKeys({
        index: 'GSI1',
        partition: contactPartition(contactId),
        limit: 1,
      });
      const call = key === undefined ? undefined : await follow(storage, key);
      return call === undefined ? undefined : callOf(call);
    },

    listCalls: async (requestId) => {
      const range = { PK: requestPartition(requestId), from: 'CALL#', to: 'CALL#~' };
      const items = await storage.readPartition(range);
      return items.map((item) => callOf(parseCall(keyOfItem(requestId, item), item)));
    },

    listOpenCalls: (question) => openCalls(storage, question),

    recordPlaced: async ({ key, contactId, at }) => {
      const call = await change('recordPlaced', key, (known) => placed(known, contactId, at));
      if (call.contactId === undefined) return 'NOT_DIALLED';
      return call.contactId === contactId ? 'PLACED' : 'OTHER_CONTACT';
    },

    recordContact: async (news) =>
      callOf(await change('recordContact', news.key, (call) => contactKnown(call, news))),

    recordRecording: async (news) =>
      callOf(await change('recordRecording', news.key, (call) => recorded(call, news))),

    recordTranscription: async ({ key, attempt, at }) =>
      callOf(await change('recordTranscription', key, (call) => transcribing(call, attempt, at))),

    recordTranscript: async (news) =>
      callOf(await change('recordTranscript', news.key, (call) => transcribed(call, news))),

    touch: async (key, at) => {
      await change('touch', key, (call) => touched(call, at));
    },
  };
}
