import type { BusinessHours, CallingPolicy } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { Workflow } from './workflow/workflow.ts';

/** Events that are counted. */
export type Count =
  | 'RequestStarted'
  | 'RequestRepeated'
  | 'RescheduleRequested'
  | 'OptedOut'
  | 'HandOffOffered'
  | 'HandOffClosed'
  | 'TurnFailed';

/** What the conversation uses of the world. */
export interface LexFulfillmentPorts {
  readonly store: Pick<
    InteractionStore,
    | 'getRequest'
    | 'getScenario'
    | 'getCall'
    | 'listRequestsByPhone'
    | 'listCalls'
    | 'readNumber'
    | 'appendEvent'
    | 'doNotCall'
    | 'issueHandOff'
    | 'noteRequestOfSession'
  >;
  readonly workflow: Workflow;
  readonly policy: CallingPolicy;
  readonly businessHours: BusinessHours;
  /** A ticket that nobody can guess. */
  readonly newTicket: () => string;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
  readonly count: (event: Count) => void;
}
