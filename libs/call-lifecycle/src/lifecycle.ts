import type { CallingPolicy, CallResult } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { WorkflowCallbacks } from './workflow-callbacks.ts';

/** What it takes to tell a workflow how its call went. */
export interface ResumeDependencies {
  readonly store: Pick<
    InteractionStore,
    'getCall' | 'getToken' | 'markToken' | 'settleCall' | 'appendEvent' | 'touch'
  >;
  readonly workflow: WorkflowCallbacks;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of each call for which no workflow waits any more. */
  readonly onOrphan?: () => void;
}

/** What it takes to end a call. */
export interface LifecycleDependencies extends ResumeDependencies {
  readonly store: ResumeDependencies['store'] &
    Pick<InteractionStore, 'getRequest' | 'readNumber' | 'listCalls' | 'finishCall'>;
  readonly policy: CallingPolicy;
  /** Told of each call that ends; twice at most when two learn of it at the same time. */
  readonly onEnd?: (result: CallResult) => void;
}
