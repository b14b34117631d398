import type { CallId, NumberHistory, OutcomeKind, PhoneNumber, RequestId } from '@atlas-engine/domain';
import {
  callIdSchema,
  fromIso,
  instantSchema,
  outcomeKindSchema,
  requestIdSchema,
  toIso,
} from '@atlas-engine/domain';
import * as z from 'zod';
import type { Item, ItemWrite } from '../storage/item-storage.ts';
import { doNotCallKey, ledgerKey } from './keys.ts';
import { parseFound } from './parse-item.ts';

/** The newest attempts that are kept of a number; far above what any calling policy allows in its longest period. */
export const ledgerLimit = 50;

const attemptSchema = z.lazy(() =>
  z.object({
    callId: callIdSchema,
    requestId: requestIdSchema,
    at: instantSchema,
    outcome: outcomeKindSchema.optional(),
  }),
);
type StoredAttempt = z.infer<typeof attemptSchema>;

const ledgerSchema = z.lazy(() =>
  z.object({ version: z.int().min(0), attempts: z.array(attemptSchema).max(ledgerLimit) }),
);

/** What is known of a number: its ledger, and whether it is on the do-not-call list. */
export interface StoredNumber {
  readonly phone: PhoneNumber;
  readonly version: number;
  readonly attempts: readonly StoredAttempt[];
  readonly doNotCall: boolean;
}

/** From the items of the number's partition. */
export function numberOf(phone: PhoneNumber, items: readonly Item[]): StoredNumber {
  const key = ledgerKey(phone);
  const ledger = parseFound(
    ledgerSchema,
    key,
    items.find(({ SK }) => SK === key.SK),
  );
  const doNotCall = items.some(({ SK }) => SK === doNotCallKey(phone).SK);
  return { phone, version: ledger?.version ?? 0, attempts: ledger?.attempts ?? [], doNotCall };
}

export const historyOf = (number: StoredNumber): NumberHistory => ({
  doNotCall: number.doNotCall,
  attempts: number.attempts.map(({ at, ...attempt }) => ({ ...attempt, at: fromIso(at) })),
});

/** The write of new attempts, on the condition that the ledger is still at the version that was read. */
function attemptsWrite(number: StoredNumber, attempts: readonly StoredAttempt[]): ItemWrite {
  const newest = [...attempts].sort((a, b) => a.at.localeCompare(b.at)).slice(-ledgerLimit);
  return {
    key: ledgerKey(number.phone),
    expect: number.version === 0 ? { PK: undefined } : { version: number.version },
    set: { version: number.version + 1, attempts: newest },
  };
}

export const attemptAdded = (
  number: StoredNumber,
  attempt: { readonly callId: CallId; readonly requestId: RequestId; readonly at: number },
): ItemWrite => attemptsWrite(number, [...number.attempts, { ...attempt, at: toIso(attempt.at) }]);

export const attemptRemoved = (number: StoredNumber, callId: CallId): ItemWrite =>
  attemptsWrite(
    number,
    number.attempts.filter((attempt) => attempt.callId !== callId),
  );

export const attemptConcluded = (number: StoredNumber, callId: CallId, outcome: OutcomeKind): ItemWrite =>
  attemptsWrite(
    number,
    number.attempts.map((attempt) => (attempt.callId === callId ? { ...attempt, outcome } : attempt)),
  );
