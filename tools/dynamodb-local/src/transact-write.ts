import { optionalString } from '@atlas-engine/aws-wire';
import { conflictReason, noReason, reasonOf, refuseCancelled } from './cancellation.ts';
import type { CancellationReason } from './cancellation.ts';
import { consumedCapacity } from './consumed-capacity.ts';
import type { Database } from './database.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { refuseOtherFields, transactItemsOf } from './fields.ts';
import { itemIdOf, planWrite } from './item-write.ts';
import type { PlannedWrite } from './item-write.ts';
import { noEntry } from './request-tokens.ts';
import type { RequestTokens } from './request-tokens.ts';
import { readEntry } from './transact-entries.ts';
import type { TransactEntry } from './transact-entries.ts';

/** The most that the items of one transaction may have together: 4 MB. */
export const largestTransaction = 4 * 1024 * 1024;

const known = [
  'TransactItems',
  'ClientRequestToken',
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
];

/** Does something for each entry; if any fails for a reason of its own, the transaction is cancelled with all reasons. */
export const forAll = async <Entry, Result>(
  entries: readonly Entry[],
  act: (entry: Entry) => Promise<Result>,
): Promise<Result[]> => {
  const reasons: CancellationReason[] = [];
  const results: Result[] = [];
  for (const entry of entries) {
    try {
      results.push(await act(entry));
      reasons.push(noReason);
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  refuseCancelled(reasons);
  return results;
};

/** Refuses a transaction that names an item twice, or one that another transaction is working on. */
export const refuseConflicts = (ids: readonly string[], transacting: ReadonlySet<string>): void => {
  if (new Set(ids).size < ids.length)
    throw validationError('Transaction request cannot include multiple operations on one item');
  refuseCancelled(ids.map((id) => (transacting.has(id) ? conflictReason : noReason)));
};

/** Refuses items that are too large together. */
export const refuseOversized = (bytes: number): void => {
  if (bytes > largestTransaction)
    throw validationError(
      `Transaction request cannot exceed ${largestTransaction} bytes, its items have ${bytes}`,
    );
};

/** TransactWriteItems: all entries or none, apart from everything else that writes these items. */
export const createTransactWrite = (database: Database, tokens: RequestTokens) => {
  const { engine, locks, transacting } = database;

  const apply = async (entries: readonly TransactEntry[], input: Input, token: string | undefined) => {
    const plans = await forAll(entries, async ({ write }): Promise<PlannedWrite> => planWrite(engine, write));
    refuseOversized(plans.reduce((sum, { size }) => sum + size, 0));
    const wantsCapacity = ['TOTAL', 'INDEXES'].includes(String(input['ReturnConsumedCapacity']));
    const output = wantsCapacity
      ? consumedCapacity(
          plans.map((plan) => plan.output),
          2,
        )
      : {};
    const effects = plans.flatMap(({ steps }, index) => (entries[index]?.isCheck ? [] : steps));
    const memory = token === undefined ? noEntry : tokens.entry(token, input, output);
    await engine.commit([...effects, ...memory.steps]);
    memory.keep();
    return output;
  };

  const transact = async (input: Input, token: string | undefined): Promise<Record<string, unknown>> => {
    const entries = transactItemsOf(input).map((entry, index) => readEntry(engine, entry, index + 1));
    const ids = await forAll(entries, ({ write }) => itemIdOf(engine, write));
    // From here to the lock nothing is awaited: whoever comes later sees the mark.
    refuseConflicts(ids, transacting);
    for (const id of ids) transacting.add(id);
    try {
      return await locks.hold(ids, () => apply(entries, input, token));
    } finally {
      for (const id of ids) transacting.delete(id);
    }
  };

  return async (input: Input): Promise<Record<string, unknown>> => {
    refuseOtherFields('TransactWriteItems', input, known);
    const token = optionalString(input, 'ClientRequestToken');
    if (token === undefined) return transact(input, undefined);
    return tokens.answered(token, input) ?? tokens.running(token, () => transact(input, token));
  };
};
