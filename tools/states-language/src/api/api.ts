import type { SimulationClock } from '@atlas-engine/simulation';
import type { Engine } from '../engine/engine.ts';
import type { Place } from './arns.ts';
import type { ExecutionIndex } from './execution-index.ts';
import type { Registry } from './registry.ts';

/** What the operations work with. */
export interface Api {
  readonly clock: SimulationClock;
  readonly engine: Engine;
  readonly registry: Registry;
  readonly index: ExecutionIndex;
  readonly place: Place;
  /** Resources that have a runner. */
  readonly resources: readonly string[];
}
