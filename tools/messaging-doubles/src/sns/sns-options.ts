import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Deliver } from '../delivery/deliver.ts';

export interface SnsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** Duplicates and delays deliveries. */
  readonly faults?: FaultPlan;
  readonly region: string;
  readonly accountId: string;
  readonly deliver: Deliver;
}
