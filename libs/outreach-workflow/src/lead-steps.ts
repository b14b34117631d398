import { jsonata, type SucceedState, type TaskState } from './asl.ts';
import { parkOnError } from './parking.ts';
import { integration, type WorkflowResources } from './resources.ts';
import { retries } from './retry.ts';

/** The steps around the call: the lead before it, the CRM and the sales team after it. */
export const leadStates = (resources: WorkflowResources) => ({
  CreateLead: createLead(resources),
  GenerateScenario: generateScenario(resources),
  UpdateLead: updateLead(resources),
  NotifySalesTeam: notifySalesTeam(resources),
  Done: done,
});

const createLead = ({ partition, functions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Resource: integration(partition, 'invoke'),
  Arguments: {
    FunctionName: functions.createLead,
    Payload: { request: jsonata('$states.input.request') },
  },
  TimeoutSeconds: 60,
  Retry: retries,
  Catch: parkOnError('CreateLead', 'LEAD_UNKNOWN'),
  Assign: {
    request: jsonata('$states.input.request'),
    leadId: jsonata('$states.result.Payload.leadId'),
    sequence: 1,
    call: null,
    failure: null,
  },
  Next: 'GenerateScenario',
});

const generateScenario = ({ partition, functions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Comment: 'The scenario stays in the interaction table; the function reads and writes it there.',
  Resource: integration(partition, 'invoke'),
  Arguments: {
    FunctionName: functions.generateScenario,
    Payload: { request: jsonata('$request'), leadId: jsonata('$leadId') },
  },
  TimeoutSeconds: 120,
  Retry: retries,
  Catch: parkOnError('GenerateScenario'),
  Next: 'PlaceCall',
});

/** `call` and `failure` are left out, not null, when there is none; a failure stands alone. */
const updateLeadPayload = `$merge([
  {'requestId': $request.requestId, 'leadId': $leadId},
  $failure != null ? {'failure': $failure} : {'call': $call}
])`;

const updateLead = ({ partition, functions }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Resource: integration(partition, 'invoke'),
  Arguments: {
    FunctionName: functions.updateLead,
    Payload: jsonata(updateLeadPayload.replaceAll(/\s+/g, ' ')),
  },
  TimeoutSeconds: 60,
  Retry: retries,
  Catch: parkOnError('UpdateLead'),
  Assign: {
    notification: jsonata('$states.result.Payload.notification'),
    attempts: jsonata('$states.result.Payload.attempts'),
  },
  Next: 'NotifySalesTeam',
});

const notifySalesTeam = ({ partition, salesTeamTopicArn }: WorkflowResources): TaskState => ({
  Type: 'Task',
  Resource: integration(partition, 'publish'),
  Arguments: {
    TopicArn: salesTeamTopicArn,
    Subject: jsonata('$notification.subject'),
    Message: jsonata('$notification.message'),
  },
  TimeoutSeconds: 30,
  Retry: retries,
  Catch: parkOnError('NotifySalesTeam'),
  Next: 'Done',
});

const output = `(
  $reason := $failure != null ? $failure : $exists($call.next.reason) ? $call.next.reason : $call.reason;
  $merge([
    {
      'requestId': $request.requestId,
      'leadId': $leadId,
      'outcome': $failure != null ? 'FAILED' : $call.outcome,
      'attempts': $attempts
    },
    $exists($reason) ? {'reason': $reason} : {},
    $failure = null and $exists($call.disposition) ? {'disposition': $call.disposition} : {}
  ])
)`;

const done: SucceedState = { Type: 'Succeed', Output: jsonata(output.replaceAll(/\s+/g, ' ')) };
