import type { CallKey, Instant, PhoneNumber } from '@atlas-engine/domain';
import { fromIso, toIso } from '@atlas-engine/domain';
import * as z from 'zod';
import { claimed, released } from '../items/call-transitions.ts';
import { takeSlot } from '../items/dial-pace.ts';
import { doNotCallKey, paceKey, phonePartition } from '../items/keys.ts';
import type { StoredNumber } from '../items/number-ledger.ts';
import { attemptAdded, attemptRemoved, historyOf, numberOf } from '../items/number-ledger.ts';
import { parseFound } from '../items/parse-item.ts';
import type { StoredCall } from '../items/stored-call.ts';
import { callWrite, dialledPartition } from '../items/stored-call.ts';
import type { ClaimAnswer, Dialling, DoNotCallList } from '../ports/dialling.ts';
import type { ItemStorage, ItemWrite } from '../storage/item-storage.ts';
import type { Plan, StoreContext } from './commit.ts';
import { requireCall } from './read-call.ts';

const paceSchema = z.object({ paidUntil: z.int() });

const readNumber = async (storage: ItemStorage, phone: PhoneNumber): Promise<StoredNumber> =>
  numberOf(phone, await storage.readPartition({ PK: phonePartition(phone) }));

const readBoth = (storage: ItemStorage, { key, phone }: { key: CallKey; phone: PhoneNumber }) =>
  Promise.all([requireCall(storage, key), readNumber(storage, phone)]);

type Claim = Parameters<Dialling['claimDial']>[0];

function planClaim(call: StoredCall, number: StoredNumber, { at, version }: Claim): Plan<ClaimAnswer> {
  if (call.status !== 'REQUESTED') return { answer: 'NOT_WAITING' };
  if (number.doNotCall) return { answer: 'DO_NOT_CALL' };
  if (number.version !== version) return { answer: 'LEDGER_MOVED' };
  const { callId, requestId } = call;
  const writes: ItemWrite[] = [
    callWrite(call, claimed(call, at)),
    attemptAdded(number, { callId, requestId, at }),
    { key: doNotCallKey(number.phone), expect: { PK: undefined } },
  ];
  return { answer: 'CLAIMED', writes };
}

/** The slot that a call has and did not use up. */
const takenSlot = ({ turnAt }: StoredCall, after: Instant = -Infinity): Instant | undefined =>
  turnAt !== undefined && fromIso(turnAt) > after ? fromIso(turnAt) : undefined;

const doNotCallList = ({ storage }: StoreContext): DoNotCallList => ({
  add: async ({ phone, source, requestId, at }) => {
    const set = { source, requestId, at: toIso(at) };
    const answer = await storage.write([{ key: doNotCallKey(phone), expect: { PK: undefined }, set }]);
    return answer === 'WRITTEN' ? 'ADDED' : 'KNOWN';
  },
  has: async (phone) => (await storage.read(doNotCallKey(phone))) !== undefined,
});

/** Numbers, claims and the pace. */
export function storedDialling(context: StoreContext): Dialling {
  const { storage, commit } = context;
  return {
    readNumber: async (phone) => {
      const number = await readNumber(storage, phone);
      return { history: historyOf(number), version: number.version };
    },

    claimDial: (claim) =>
      commit('claimDial', async () => {
        const [call, number] = await readBoth(storage, claim);
        return planClaim(call, number, claim);
      }),

    releaseDial: (claim) =>
      commit<'RELEASED' | 'NOT_CLAIMED'>('releaseDial', async () => {
        const [call, number] = await readBoth(storage, claim);
        const after = released(call, claim.claimedAt, claim.at);
        if (after === call) return { answer: 'NOT_CLAIMED' };
        return { answer: 'RELEASED', writes: [callWrite(call, after), attemptRemoved(number, call.callId)] };
      }),

    countDialledCalls: () => storage.countOpen(dialledPartition),

    reserveDialSlot: ({ key, after, ...pace }) =>
      commit('reserveDialSlot', async () => {
        const [call, item] = await Promise.all([requireCall(storage, key), storage.read(paceKey)]);
        const taken = takenSlot(call, after);
        if (taken !== undefined) return { answer: { at: taken } };
        const known = parseFound(paceSchema, paceKey, item);
        const { at, paidUntil } = takeSlot(known?.paidUntil, pace);
        return {
          answer: { at },
          writes: [
            { key: paceKey, expect: { paidUntil: known?.paidUntil }, set: { paidUntil } },
            callWrite(call, { ...call, turnAt: toIso(at) }),
          ],
        };
      }),

    doNotCall: doNotCallList(context),
  };
}
