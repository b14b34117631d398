import type { Reason } from '@atlas-engine/domain';
import {
  type Catcher,
  type ChoiceRule,
  type ChoiceState,
  jsonata,
  type TaskState,
  type WaitState,
} from './asl.ts';
import { integration, type WorkflowResources } from './resources.ts';
import { placementRetries } from './retry.ts';

/** How often one request may ask for a call, postponements included: a guard against a loop without end. */
export const maxPlacements = 100;

/** A call that gives no sign of life for an hour is lost; one without a result after a day is given up. */
export const placementLimits = { heartbeatSeconds: 3600, timeoutSeconds: 86_400 } as const;

/** Seconds an execution may last. Its last call is placed a day and a half before, so that it can still end well. */
export const executionLimits = { timeoutSeconds: 30 * 86_400, lastPlacementSeconds: 28 * 86_400 } as const;

/** The states that hold a call, and hold it again later for as long as the calling policy says so. */
export const placementStates = (resources: WorkflowResources) => ({
  PlaceCall: placeCall(resources),
  AfterCall: afterCall,
  WaitUntilNextAttempt: waitUntilNextAttempt,
});

const lastPlacement = `$toMillis($states.context.Execution.StartTime) + ${String(executionLimits.lastPlacementSeconds)}000`;

const onRetry = (then: string, otherwise: string) =>
  `$states.result.next.action = 'RETRY' ? ${then} : ${otherwise}`;

const placeCall = ({ partition, functions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Comment: "Waits for the call's result, which comes back with the task token.",
  Resource: integration(partition, 'invokeAndWait'),
  Arguments: {
    FunctionName: functions.placeCall,
    Payload: {
      requestId: jsonata('$request.requestId'),
      sequence: jsonata('$sequence'),
      taskToken: jsonata('$states.context.Task.Token'),
      executionArn: jsonata('$states.context.Execution.Id'),
    },
  },
  TimeoutSeconds: placementLimits.timeoutSeconds,
  HeartbeatSeconds: placementLimits.heartbeatSeconds,
  Retry: placementRetries,
  Catch: [
    giveUp('States.HeartbeatTimeout', 'CALL_LOST'),
    giveUp('States.Timeout', 'CALL_TIMED_OUT'),
    giveUp('States.ALL', 'WORKFLOW_ERROR'),
  ],
  // Times are read here, where an unreadable one can be caught: neither Choice nor Wait has a Catch.
  Assign: {
    call: jsonata('$states.result'),
    nextAttemptAt: jsonata(onRetry('$fromMillis($toMillis($states.result.next.at))', 'null')),
    tooLate: jsonata(onRetry(`$toMillis($states.result.next.at) > ${lastPlacement}`, 'false')),
  },
  Next: 'AfterCall',
});

/** The lead is updated with the failure; nobody is called again. */
function giveUp(error: string, failure: Reason): Catcher {
  return { ErrorEquals: [error], Assign: { failure }, Next: 'UpdateLead' };
}

const wantsRetry = `$call.next.action = 'RETRY'`;

const afterCall: ChoiceState = {
  Type: 'Choice',
  Comment: 'The calling policy has decided already; only the guards are decided here.',
  Choices: [
    finish('$tooLate', 'NO_CALLING_WINDOW'),
    finish(`${wantsRetry} and $sequence >= ${String(maxPlacements)}`, 'ATTEMPTS_EXHAUSTED'),
    { Condition: jsonata(wantsRetry), Next: 'WaitUntilNextAttempt' },
  ],
  Default: 'UpdateLead',
};

/** Ends the loop with the last call's result, whose next step becomes to finish. */
function finish(condition: string, reason: Reason): ChoiceRule {
  return {
    Condition: jsonata(condition),
    Assign: { call: jsonata(`$merge([$call, {'next': {'action': 'FINISH', 'reason': '${reason}'}}])`) },
    Next: 'UpdateLead',
  };
}

const waitUntilNextAttempt: WaitState = {
  Type: 'Wait',
  Timestamp: jsonata('$nextAttemptAt'),
  Assign: { sequence: jsonata('$sequence + 1') },
  Next: 'PlaceCall',
};
