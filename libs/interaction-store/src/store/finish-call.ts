import type { CallResult, OutcomeKind } from '@atlas-engine/domain';
import { callStatuses, toIso } from '@atlas-engine/domain';
import { CallMismatchError } from '../errors.ts';
import { finished, neverReachedTheNetwork, settled } from '../items/call-transitions.ts';
import { eventWrite } from '../items/event-item.ts';
import { callItemKey, describeKey, doNotCallKey, phonePartition } from '../items/keys.ts';
import type { StoredNumber } from '../items/number-ledger.ts';
import { attemptConcluded, attemptRemoved, numberOf } from '../items/number-ledger.ts';
import type { StoredCall } from '../items/stored-call.ts';
import { callWrite } from '../items/stored-call.ts';
import { readToken, tokenUnchanged } from '../items/task-token-item.ts';
import type { FinishedCall, Calls } from '../ports/calls.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import type { StoreContext } from './commit.ts';
import { requireCall } from './read-call.ts';

function ledgerWrites(call: StoredCall, number: StoredNumber, outcome: OutcomeKind): readonly ItemWrite[] {
  if (!number.attempts.some(({ callId }) => callId === call.callId)) return [];
  return neverReachedTheNetwork(outcome)
    ? [attemptRemoved(number, call.callId)]
    : [attemptConcluded(number, call.callId, outcome)];
}

function doNotCallWrites(
  number: StoredNumber,
  { doNotCall = false, key, at }: FinishedCall,
): readonly ItemWrite[] {
  if (!doNotCall || number.doNotCall) return [];
  const set = { source: 'CALL', requestId: key.requestId, at: toIso(at) };
  return [{ key: doNotCallKey(number.phone), expect: { PK: undefined }, set }];
}

const auditWrite = ({ key, result, at, doNotCall = false }: FinishedCall): ItemWrite =>
  eventWrite({
    ...key,
    at,
    kind: 'CALL_FINISHED',
    details: {
      outcome: result.outcome,
      reason: result.reason,
      disposition: result.disposition,
      next: result.next.action,
      attempts: result.attempts,
      doNotCall,
    },
  });

function refuseForeignResult(call: StoredCall, result: CallResult): void {
  const fields = ['callId', 'requestId', 'sequence'] as const;
  const foreign = fields.find((field) => result[field] !== call[field]);
  if (foreign !== undefined) throw new CallMismatchError(describeKey(callItemKey(call)), `result.${foreign}`);
}

/** Everything that the end of a call changes, in one transaction; the first result wins. */
export function finishCall(
  { storage, commit }: StoreContext,
  ending: FinishedCall,
): Promise<CallResult | undefined> {
  const { key, phone, result, at, from = callStatuses } = ending;
  return commit<CallResult | undefined>('finishCall', async () => {
    const [call, items] = await Promise.all([
      requireCall(storage, key),
      storage.readPartition({ PK: phonePartition(phone) }),
    ]);
    refuseForeignResult(call, result);
    if (call.result !== undefined) return { answer: call.result };
    if (!from.includes(call.status)) return { answer: undefined };
    const number = numberOf(phone, items);
    const writes = [
      callWrite(call, finished(call, result, at)),
      ...ledgerWrites(call, number, result.outcome),
      ...doNotCallWrites(number, ending),
      auditWrite(ending),
    ];
    return { answer: result, writes };
  });
}

/** Takes a call from the open ones, unless a token of it still waits. */
export function settleCall(
  { storage, commit }: StoreContext,
  ...[key, at]: Parameters<Calls['settleCall']>
): ReturnType<Calls['settleCall']> {
  return commit('settleCall', async () => {
    const [call, token] = await Promise.all([requireCall(storage, key), readToken(storage, key)]);
    if (call.result === undefined) return { answer: 'NOT_FINISHED' };
    if (token?.status === 'OPEN') return { answer: 'TOKEN_OPEN' };
    if (call.settledAt !== undefined) return { answer: 'SETTLED' };
    return { answer: 'SETTLED', writes: [callWrite(call, settled(call, at)), tokenUnchanged(key, token)] };
  });
}
