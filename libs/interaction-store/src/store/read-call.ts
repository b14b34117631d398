import type { CallKey } from '@atlas-engine/domain';
import { RecordNotFoundError } from '../errors.ts';
import { callItemKey, describeKey } from '../items/keys.ts';
import type { StoredCall } from '../items/stored-call.ts';
import { parseCall } from '../items/stored-call.ts';
import type { ItemStorage } from '../storage/item-storage.ts';

export async function readCall(storage: ItemStorage, key: CallKey): Promise<StoredCall | undefined> {
  const item = await storage.read(callItemKey(key));
  return item === undefined ? undefined : parseCall(key, item);
}

/** @throws RecordNotFoundError when the call was never opened. */
export async function requireCall(storage: ItemStorage, key: CallKey): Promise<StoredCall> {
  const call = await readCall(storage, key);
  if (call === undefined) throw new RecordNotFoundError(describeKey(callItemKey(key)));
  return call;
}
