import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Deliver } from '../delivery/deliver.ts';

export interface EventBridgeOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** Duplicates and delays deliveries; loses best-effort events. */
  readonly faults?: FaultPlan;
  readonly region: string;
  readonly accountId: string;
  readonly deliver: Deliver;
  /**
   * Whether anything but schedules is going on. While it answers false and time is accelerated, schedules wait by
   * the wall's clock, so that an idle world does not race from tick to tick. Always true by default.
   */
  readonly isWorkPending?: () => boolean;
}
