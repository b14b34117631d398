import type { CallRecord } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { ageOf, keyOf } from './call-age.ts';
import type { ReconcileCall } from './reconcile-call.ts';

export interface ReconcilePorts {
  readonly store: Pick<InteractionStore, 'listOpenCalls' | 'touch'>;
  readonly reconcileCall: ReconcileCall;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn' | 'error' | 'within'>;
  /** Told of each run how old the oldest call is that was looked at, how many could not be settled, and how many not read. */
  readonly onRun?: (run: {
    readonly oldestSeconds: number;
    readonly failed: number;
    readonly malformed: number;
  }) => void;
}

/** Calls that changed less than this ago are left to their events. */
const quietFor = 10 * 60_000;
/** Calls looked at in one run; the schedule comes again, and the longest unchanged come first. */
const most = 100;
/** No call is begun after this time: the function has two minutes, and one summary takes up to 30 s. */
const budget = 75_000;

/** `left`: open calls that the run had no time for. */
export interface Reconciliation {
  readonly looked: number;
  readonly failed: number;
  readonly left: number;
  readonly results: Readonly<Record<string, number>>;
}

/**
 * Polls what no event reported: calls that have not changed for ten minutes. One call that cannot be settled does not
 * keep the others waiting; it goes to the end of the line.
 */
export function createReconcile({ store, reconcileCall, clock, logger, onRun }: ReconcilePorts) {
  const attempt = async (call: CallRecord): Promise<string | undefined> => {
    try {
      return await reconcileCall(call);
    } catch (error) {
      logger.warn('call not reconciled', { ...keyOf(call), error });
      await store.touch(keyOf(call), clock.now());
      return undefined;
    }
  };
  return async (): Promise<Reconciliation> => {
    const begun = clock.now();
    let malformed = 0;
    const open = await store.listOpenCalls({
      before: begun - quietFor,
      limit: most,
      onMalformed: (error) => {
        malformed += 1;
        logger.error('a call cannot be read', { error });
      },
    });
    const results: (string | undefined)[] = [];
    for (const call of open) {
      if (clock.now() - begun > budget) break;
      results.push(await logger.within({ ...keyOf(call) }, () => attempt(call)));
    }
    const failed = results.filter((result) => result === undefined).length;
    onRun?.({ oldestSeconds: oldestOf(open, clock), failed, malformed });
    return {
      looked: results.length,
      failed,
      left: open.length - results.length,
      results: counted(results.filter((result) => result !== undefined)),
    };
  };
}

const oldestOf = (calls: readonly CallRecord[], clock: Clock): number =>
  Math.max(0, ...calls.map(({ createdAt }) => Math.round(ageOf(createdAt, clock) / 1000)));

function counted(results: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(result, (counts.get(result) ?? 0) + 1);
  return Object.fromEntries(counts);
}
