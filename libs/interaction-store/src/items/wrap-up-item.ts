import { toIso } from '@atlas-engine/domain';
import type { WrapUpNews } from '../ports/wrap-ups.ts';
import type { RequestRecord, WrapUpRecord } from '../records.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import { changesBetween } from './changes-between.ts';
import { eventWrite } from './event-item.ts';
import { agentPartition, doNotCallKey, requestKey, wrapUpKey } from './keys.ts';

/** The wrap-up as it is after the news. */
export const wrapUpOf = (news: WrapUpNews, before: WrapUpRecord | undefined): WrapUpRecord => {
  const { contactId, request, content, agent, at } = news;
  const followUpAt = content.followUpAt === undefined ? undefined : toIso(content.followUpAt);
  return {
    ...before,
    contactId,
    requestId: request?.requestId,
    sequence: request?.sequence,
    disposition: content.disposition,
    notes: content.notes,
    followUpAt,
    doNotCall: content.doNotCall,
    agent: { ...agent },
    revision: (before?.revision ?? 0) + 1,
    savedAt: toIso(at),
  };
};

const said = ({ disposition, notes, followUpAt, doNotCall, agent }: WrapUpRecord): string =>
  JSON.stringify([disposition, notes, followUpAt, doNotCall, agent.id]);

/** Whether two wrap-ups say the same. */
export const saysTheSame = (a: WrapUpRecord, b: WrapUpRecord): boolean => said(a) === said(b);

const attributesOf = (wrapUp: WrapUpRecord | undefined) => {
  if (wrapUp?.followUpAt === undefined) return { ...wrapUp };
  return { ...wrapUp, GSI2PK: agentPartition(wrapUp.agent.userName), GSI2SK: wrapUp.followUpAt };
};

/** The write of a wrap-up, on the condition that nobody else wrote in between. */
export const wrapUpWrite = (before: WrapUpRecord | undefined, after: WrapUpRecord): ItemWrite => ({
  key: wrapUpKey(after.contactId),
  expect: before === undefined ? { PK: undefined } : { revision: before.revision },
  ...changesBetween(attributesOf(before), attributesOf(after)),
});

/** The request learns that there is more to tell the CRM. */
export const wrapUpNoticed = (record: RequestRecord, { contactId }: WrapUpRecord): ItemWrite => ({
  key: requestKey(record.request.requestId),
  expect: { wrapUpVersion: record.wrapUpVersion },
  set: {
    wrapUpVersion: (record.wrapUpVersion ?? 0) + 1,
    wrapUpContacts: [...new Set([...(record.wrapUpContacts ?? []), contactId])],
  },
});

/** The entry of the do-not-call list, where the person asked for it and is not on it. */
export function listedWrites({ phone, content, request, at }: WrapUpNews, listed: boolean): ItemWrite[] {
  if (phone === undefined || !content.doNotCall || listed) return [];
  const set = { source: 'AGENT', requestId: request?.requestId, at: toIso(at) };
  return [{ key: doNotCallKey(phone), expect: { PK: undefined }, set }];
}

/** Who said what kind of thing, without the notes. */
export function wrapUpAudit({ request, at, agent }: WrapUpNews, wrapUp: WrapUpRecord): ItemWrite[] {
  if (request === undefined) return [];
  const { contactId, revision, disposition, doNotCall } = wrapUp;
  const details = { contactId, agent: agent.userName, revision, disposition, doNotCall };
  return [eventWrite({ ...request, at, kind: 'WRAP_UP_SAVED', details })];
}
