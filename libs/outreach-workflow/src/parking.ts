import { type Catcher, type FailState, jsonata, type TaskState } from './asl.ts';
import { otherwise, reasonsByError } from './errors.ts';
import { integration, type WorkflowResources } from './resources.ts';
import { retries } from './retry.ts';

/** Characters of a cause that are kept: enough for the error's type and message. */
const causeLimit = 500;

/** The request's id, or when the input has none, the execution's name. */
const requestId = `(
  $id := $states.context.Execution.Input.request.requestId;
  $substring($type($id) = 'string' ? $id : $states.context.Execution.Name, 0, 64)
)`;

const reason = `(
  $reason := $lookup(${JSON.stringify(reasonsByError())}, $states.errorOutput.Error);
  $exists($reason) ? $reason : '${otherwise}'
)`;

const parked = (step: string, leadId: string) =>
  jsonata(
    `$merge([{
  'requestId': ${requestId},
  'executionArn': $states.context.Execution.Id,
  'reason': ${reason},
  'step': '${step}',
  'cause': $substring($states.errorOutput.Error & ': ' & $states.errorOutput.Cause, 0, ${String(causeLimit)})
}, ${leadId}])`.replaceAll(/\s+/g, ' '),
  );

/** Whether a step runs when the lead is known already. */
export type LeadKnowledge = 'LEAD_UNKNOWN' | 'LEAD_KNOWN';

/** The catch of a step: whatever it failed with, the request is parked where a person sees it. */
export const parkOnError = (step: string, lead: LeadKnowledge = 'LEAD_KNOWN'): readonly Catcher[] => [
  {
    ErrorEquals: ['States.ALL'],
    Assign: { parked: parked(step, lead === 'LEAD_KNOWN' ? `{'leadId': $leadId}` : '{}') },
    Next: 'MarkParked',
  },
];

/** The states that record a failure which no function can record any more. */
export const parkingStates = (resources: WorkflowResources) => ({
  MarkParked: markParked(resources),
  SendToParkedRequests: sendToParkedRequests(resources),
  Parked: parkedState,
});

const markParked = ({ partition, interactions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Comment: 'The request shows where it stopped. One that was never stored has nothing to mark.',
  Resource: integration(partition, 'updateItem'),
  Arguments: {
    TableName: interactions.table,
    Key: {
      [interactions.partitionKey]: {
        S: jsonata(`'${interactions.requestPartitionPrefix}' & $parked.requestId`),
      },
      [interactions.sortKey]: { S: interactions.requestSortKey },
    },
    ConditionExpression: 'attribute_exists(#key)',
    UpdateExpression: 'SET #status = :status, parkedReason = :reason, parkedStep = :step, parkedAt = :at',
    ExpressionAttributeNames: { '#key': interactions.partitionKey, '#status': 'status' },
    ExpressionAttributeValues: {
      ':status': { S: 'PARKED' },
      ':reason': { S: jsonata('$parked.reason') },
      ':step': { S: jsonata('$parked.step') },
      ':at': { S: jsonata('$states.context.State.EnteredTime') },
    },
  },
  TimeoutSeconds: 30,
  Retry: [{ ErrorEquals: ['DynamoDB.ConditionalCheckFailedException'], MaxAttempts: 0 }, ...retries],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'SendToParkedRequests' }],
  Next: 'SendToParkedRequests',
});

const sendToParkedRequests = ({ partition, parkedRequestsQueueUrl }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Comment: 'A person works this queue.',
  Resource: integration(partition, 'sendMessage'),
  Arguments: { QueueUrl: parkedRequestsQueueUrl, MessageBody: jsonata('$string($parked)') },
  TimeoutSeconds: 30,
  Retry: retries,
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Parked' }],
  Next: 'Parked',
});

const parkedState: FailState = {
  Type: 'Fail',
  Comment: 'The execution itself fails, so that alarms see it.',
  Error: jsonata('$parked.reason'),
  Cause: jsonata(`$parked.step & ' failed with ' & $parked.cause`),
};
