import type { CallingPolicy } from '@atlas-engine/domain';
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
}

/** What it takes to end a call. */
export interface LifecycleDependencies extends ResumeDependencies {
  readonly store: ResumeDependencies['store'] &
    Pick<InteractionStore, 'getRequest' | 'readNumber' | 'listCalls' | 'finishCall'>;
  readonly policy: CallingPolicy;
}
