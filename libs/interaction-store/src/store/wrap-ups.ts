import type { ContactId, RequestId } from '@atlas-engine/domain';
import { toIso } from '@atlas-engine/domain';
import { eventWrite } from '../items/event-item.ts';
import { agentPartition, doNotCallKey, revealKey, wrapUpKey } from '../items/keys.ts';
import { parseFound } from '../items/parse-item.ts';
import {
  listedWrites,
  saysTheSame,
  wrapUpAudit,
  wrapUpNoticed,
  wrapUpOf,
  wrapUpWrite,
} from '../items/wrap-up-item.ts';
import type { WrapUpAnswer, WrapUpNews, WrapUps } from '../ports/wrap-ups.ts';
import type { WrapUpRecord } from '../records.ts';
import { wrapUpRecordSchema } from '../records.ts';
import type { ItemStorage, ItemWrite } from '../storage/item-storage.ts';
import type { Plan, StoreContext } from './commit.ts';
import { requireRequest } from './requests.ts';

const read = async (storage: ItemStorage, contactId: ContactId): Promise<WrapUpRecord | undefined> => {
  const key = wrapUpKey(contactId);
  return parseFound(wrapUpRecordSchema, key, await storage.read(key));
};

async function planOf(context: StoreContext, news: WrapUpNews): Promise<Plan<WrapUpAnswer>> {
  const before = await read(context.storage, news.contactId);
  const after = wrapUpOf(news, before);
  if (before !== undefined && saysTheSame(before, after)) return { answer: { kind: 'SAME', wrapUp: before } };
  if (news.revision !== (before?.revision ?? 0)) return { answer: { kind: 'CONFLICT', wrapUp: before } };
  const effects = await effectsOf(context, news, after);
  return { answer: { kind: 'SAVED', wrapUp: after }, writes: [wrapUpWrite(before, after), ...effects] };
}

async function effectsOf(
  context: StoreContext,
  news: WrapUpNews,
  wrapUp: WrapUpRecord,
): Promise<readonly ItemWrite[]> {
  const { request, phone } = news;
  const record = request === undefined ? undefined : await requireRequest(context, request.requestId);
  const listed = phone !== undefined && (await context.storage.read(doNotCallKey(phone))) !== undefined;
  return [
    ...(record === undefined ? [] : [wrapUpNoticed(record, wrapUp)]),
    ...listedWrites(news, listed),
    ...wrapUpAudit(news, wrapUp),
  ];
}

const inOrder = (wrapUps: readonly (WrapUpRecord | undefined)[]): readonly WrapUpRecord[] =>
  wrapUps.filter((wrapUp) => wrapUp !== undefined).sort((a, b) => a.savedAt.localeCompare(b.savedAt));

/** What agents say of contacts, and what they were shown. */
export function storedWrapUps(context: StoreContext): WrapUps {
  const { storage, commit } = context;

  const readAll = (contacts: readonly ContactId[]) =>
    Promise.all(contacts.map((contactId) => read(storage, contactId)));

  return {
    saveWrapUp: (news) => commit('saveWrapUp', () => planOf(context, news)),

    getWrapUp: (contactId) => read(storage, contactId),

    listWrapUps: async (requestId: RequestId) => {
      const { wrapUpContacts = [] } = await requireRequest(context, requestId);
      return inOrder(await readAll(wrapUpContacts));
    },

    markWrapUpInCrm: async ({ contactId, revision }, at) => {
      const key = wrapUpKey(contactId);
      // A newer revision makes its own way: that this one is not marked then changes nothing.
      await storage.write([{ key, expect: { revision }, set: { crmRevision: revision, crmAt: toIso(at) } }]);
    },

    listFollowUps: async ({ userName, before, limit }) => {
      const keys = await storage.findKeys({
        ...{ index: 'GSI2', partition: agentPartition(userName), newestFirst: true },
        ...{ before: toIso(before), limit },
      });
      const found = await readAll(keys.map(({ PK }) => PK.slice('CONTACT#'.length) as ContactId));
      return found.filter((wrapUp) => wrapUp !== undefined);
    },

    recordReveal: async ({ contactId, requestId, agent, id, at }) => {
      const set = { at: toIso(at), agentId: agent.id, agent: agent.userName };
      const details = { contactId, agent: agent.userName, reveal: id };
      await storage.write([
        { key: revealKey(contactId, toIso(at), id), expect: {}, set },
        ...(requestId === undefined ? [] : [eventWrite({ requestId, at, kind: 'NUMBER_REVEALED', details })]),
      ]);
    },
  };
}
