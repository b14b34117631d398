import type { CallKey, CallRecord, CallStatus } from '@atlas-engine/domain';
import { callRecordSchema, instantSchema } from '@atlas-engine/domain';
import * as z from 'zod';
import type { Item, ItemWrite } from '../storage/item-storage.ts';
import { changesBetween } from './changes-between.ts';
import { callItemKey, contactPartition } from './keys.ts';
import { parseItem } from './parse-item.ts';

/** A call as its item holds it; attributes that a newer version adds are let through unread. */
export const storedCallSchema = z.object({
  ...callRecordSchema.shape,
  /** One more with each write: the version of the optimistic locking. */
  revision: z.int().min(1),
  updatedAt: instantSchema,
  executionArn: z.string(),
  placedAt: instantSchema.optional(),
  /** The newest dial slot that the call has taken. */
  turnAt: instantSchema.optional(),
  /** The workflow has its result. */
  settledAt: instantSchema.optional(),
});
export type StoredCall = z.infer<typeof storedCallSchema>;

const callSchema = z.object(callRecordSchema.shape);

export const callOf = (stored: StoredCall): CallRecord => callSchema.parse(stored);
export const parseCall = (key: CallKey, item: Item): StoredCall =>
  parseItem(storedCallSchema, callItemKey(key), item);

const openGroups: Readonly<Record<CallStatus, string>> = {
  REQUESTED: 'OPEN#REQUESTED',
  DIALLING: 'OPEN#DIALLED',
  PLACED: 'OPEN#DIALLED',
  ENDED: 'OPEN#ENDED',
  TRANSCRIBING: 'OPEN#ENDED',
  FINISHED: 'OPEN#ENDED',
};
/** The partitions of GSI3: every call that is not settled is in one of them. */
export const openPartitions: readonly string[] = [...new Set(Object.values(openGroups))];
export const dialledPartition = openGroups.DIALLING;

function indexKeys(call: StoredCall): Readonly<Record<string, string>> {
  return {
    ...(call.contactId === undefined ? {} : { GSI1PK: contactPartition(call.contactId) }),
    ...(call.settledAt === undefined ? { GSI3PK: openGroups[call.status], GSI3SK: call.updatedAt } : {}),
  };
}

const attributesOf = (call: StoredCall | undefined) =>
  call === undefined ? {} : { ...call, ...indexKeys(call) };

/** The write that makes `before` into `after`, on the condition that nobody else wrote in between. */
export function callWrite(before: StoredCall | undefined, after: StoredCall): ItemWrite {
  const next = { ...after, revision: (before?.revision ?? 0) + 1 };
  return {
    key: callItemKey(after),
    expect: before === undefined ? { PK: undefined } : { revision: before.revision },
    ...changesBetween(attributesOf(before), attributesOf(next)),
  };
}

/** The check that a call is still as it was read. */
export const callUnchanged = (call: StoredCall): ItemWrite => ({
  key: callItemKey(call),
  expect: { revision: call.revision },
});
