import type { Instant, PhoneNumber } from '@atlas-engine/domain';
import type { RequestRecord } from '@atlas-engine/interaction-store';
import type { LexFulfillmentPorts } from '../ports.ts';
import { hasEnded, type RequestState, type StateOf } from './request-state.ts';

/** A request with its state. */
export interface FoundRequest {
  readonly record: RequestRecord;
  readonly state: RequestState;
}

/** More requests for one number than a person has; further ones are not looked at. */
const most = 5;

/** The newest request for a number that still goes on, else the newest that ended; undefined when there is none. */
export async function newestOpenRequest(
  { store, stateOf }: Pick<LexFulfillmentPorts, 'store'> & { readonly stateOf: StateOf },
  phone: PhoneNumber,
  now: Instant,
): Promise<FoundRequest | undefined> {
  const records = (await store.listRequestsByPhone(phone)).slice(0, most);
  const found = await Promise.all(
    records.map(async (record) => ({ record, state: await stateOf(record, now) })),
  );
  return found.find(({ state }) => !hasEnded(state)) ?? found[0];
}
