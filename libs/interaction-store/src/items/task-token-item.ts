import type { CallKey } from '@atlas-engine/domain';
import { fromIso, toIso } from '@atlas-engine/domain';
import type { CallOpening } from '../ports/calls.ts';
import type { TaskTokenRecord } from '../records.ts';
import { taskTokenRecordSchema } from '../records.ts';
import type { ItemStorage, ItemWrite } from '../storage/item-storage.ts';
import { tokenKey } from './keys.ts';
import { parseFound } from './parse-item.ts';

export const readToken = async (storage: ItemStorage, key: CallKey): Promise<TaskTokenRecord | undefined> =>
  parseFound(taskTokenRecordSchema, tokenKey(key), await storage.read(tokenKey(key)));

/** The condition that a token's record is still as it was read. */
const unchanged = (token: TaskTokenRecord | undefined): ItemWrite['expect'] =>
  token === undefined ? { PK: undefined } : { taskToken: token.taskToken, status: token.status };

/** Whether an opening brings a token that counts: one that was handed out later than the known one. */
export const bringsNewToken = (known: TaskTokenRecord | undefined, { taskToken, at }: CallOpening): boolean =>
  known === undefined || (known.taskToken !== taskToken && at >= fromIso(known.openedAt));

export const tokenOpened = (known: TaskTokenRecord | undefined, opening: CallOpening): ItemWrite => ({
  key: tokenKey(opening.call),
  expect: unchanged(known),
  set: {
    taskToken: opening.taskToken,
    executionArn: opening.executionArn,
    status: 'OPEN',
    openedAt: toIso(opening.at),
    expiresAt: Math.ceil(opening.expiresAt / 1000),
  },
  remove: ['closedAt'],
});

export const tokenClosed = (
  key: CallKey,
  token: TaskTokenRecord,
  mark: { readonly status: 'CONSUMED' | 'EXPIRED'; readonly at: number },
): ItemWrite => ({
  key: tokenKey(key),
  expect: unchanged(token),
  set: { status: mark.status, closedAt: toIso(mark.at) },
});

export const tokenUnchanged = (key: CallKey, token: TaskTokenRecord | undefined): ItemWrite => ({
  key: tokenKey(key),
  expect: unchanged(token),
});
