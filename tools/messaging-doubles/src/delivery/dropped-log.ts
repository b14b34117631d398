import type { Collection, SimulationClock } from '@atlas-engine/simulation';
import { createBoundedLog } from '../bounded-log.ts';
import { deliveryErrorCode } from './deliver.ts';

/** A delivery that was given up and that no dead-letter queue took. */
export interface DroppedDelivery {
  readonly targetArn: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly errorCode: string;
}

/** The last 1,000 deliveries that were dropped: AWS shows them as a metric only. */
export interface DroppedLog {
  add(targetArn: string, error: unknown): void;
  list(): readonly DroppedDelivery[];
}

const most = 1000;

export const createDroppedLog = (
  clock: SimulationClock,
  entries: Collection<DroppedDelivery>,
): DroppedLog => {
  const log = createBoundedLog(entries, most);
  return {
    add: (targetArn, error) => log.add({ targetArn, at: clock.now(), errorCode: deliveryErrorCode(error) }),
    list: () => log.list(),
  };
};
