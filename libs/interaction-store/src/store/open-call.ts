import { callIdOf } from '@atlas-engine/domain';
import { CallMismatchError } from '../errors.ts';
import { opened, reopened } from '../items/call-transitions.ts';
import { callItemKey, describeKey } from '../items/keys.ts';
import type { StoredCall } from '../items/stored-call.ts';
import { callOf, callUnchanged, callWrite } from '../items/stored-call.ts';
import { bringsNewToken, readToken, tokenOpened } from '../items/task-token-item.ts';
import type { CallOpening, OpenedCall } from '../ports/calls.ts';
import type { TaskTokenRecord } from '../records.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import type { Plan, StoreContext } from './commit.ts';
import { readCall } from './read-call.ts';

const answerOf = (call: StoredCall): OpenedCall =>
  call.result === undefined
    ? { kind: 'REOPENED', call: callOf(call) }
    : { kind: 'FINISHED', result: call.result };

function planAgain(
  call: StoredCall,
  token: TaskTokenRecord | undefined,
  opening: CallOpening,
): Plan<OpenedCall> {
  const answer = answerOf(call);
  if (!bringsNewToken(token, opening)) return { answer };
  // A settled call must be found by the reconciler again, should this function end before it resumes.
  const callEntry: ItemWrite =
    call.settledAt === undefined ? callUnchanged(call) : callWrite(call, reopened(call, opening.at));
  return { answer, writes: [callEntry, tokenOpened(token, opening)] };
}

/** Call record and token in one transaction; of two tokens the one handed out later stays. */
export function openCall({ storage, commit }: StoreContext, opening: CallOpening): Promise<OpenedCall> {
  const key = opening.call;
  if (key.callId !== callIdOf(key.requestId, key.sequence)) {
    throw new CallMismatchError(describeKey(callItemKey(key)), 'callId');
  }
  return commit('openCall', async () => {
    const [call, token] = await Promise.all([readCall(storage, key), readToken(storage, key)]);
    if (call !== undefined) return planAgain(call, token, opening);
    const writes = [callWrite(undefined, opened(opening)), tokenOpened(token, opening)];
    return { answer: { kind: 'OPENED' }, writes };
  });
}
