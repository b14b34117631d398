import { optionalString, stringField } from '@atlas-engine/aws-wire';
import { anyResource, arnOf, needs, ownActions, type Call, type CallNeeds, type CallTable } from './call.ts';

/** A state machine's ARN without version or alias, by which Step Functions authorizes, and what was cut off. */
const split = (arn: string): { readonly machine: string; readonly qualifier: string | undefined } => {
  const parts = arn.split(':');
  return { machine: parts.slice(0, 7).join(':'), qualifier: parts[7] };
};

const onMachine =
  (action: string, member = 'stateMachineArn'): CallNeeds =>
  ({ input }) => {
    const { machine, qualifier } = split(stringField(input, member));
    return [
      {
        action,
        resource: machine,
        ...(qualifier !== undefined && { context: { 'states:statemachinequalifier': qualifier } }),
      },
    ];
  };

const machineActions = (operations: readonly string[], member?: string): CallTable =>
  Object.fromEntries(operations.map((operation) => [operation, onMachine(`states:${operation}`, member)]));

const executionOf = ({ input }: Call): string => stringField(input, 'executionArn');
const namedMachine = ({ input, place }: Call): string =>
  arnOf(place, 'states', `stateMachine:${stringField(input, 'name')}`);

/** An alias is made for the machine of the versions that it routes to. */
const routedMachine = ({ input }: Call): string => {
  const [route] = (input['routingConfiguration'] ?? []) as readonly { stateMachineVersionArn?: string }[];
  return split(route?.stateMachineVersionArn ?? '').machine;
};

/** Whose task it is follows from the token. A token of nobody has no effect: the service refuses it. */
const answers =
  (action: string): CallNeeds =>
  ({ input, lookUps }) => {
    const resource = lookUps.stateMachineOf(optionalString(input, 'taskToken') ?? '');
    return resource === undefined ? [] : [{ action, resource }];
  };

/** Step Functions. */
export const statesCalls: CallTable = {
  ...machineActions([
    ...['DeleteStateMachine', 'DescribeStateMachine', 'ListExecutions', 'ListStateMachineAliases'],
    ...['ListStateMachineVersions', 'PublishStateMachineVersion', 'StartExecution', 'StartSyncExecution'],
    'UpdateStateMachine',
  ]),
  ...machineActions(['DeleteStateMachineVersion'], 'stateMachineVersionArn'),
  ...machineActions(
    ['DeleteStateMachineAlias', 'DescribeStateMachineAlias', 'UpdateStateMachineAlias'],
    'stateMachineAliasArn',
  ),
  ...machineActions(['ListTagsForResource', 'TagResource', 'UntagResource'], 'resourceArn'),
  ...ownActions(
    'states',
    ['DescribeExecution', 'DescribeStateMachineForExecution', 'GetExecutionHistory', 'StopExecution'],
    executionOf,
  ),
  ...ownActions('states', ['ListStateMachines', 'ValidateStateMachineDefinition'], anyResource),
  SendTaskFailure: answers('states:SendTaskFailure'),
  SendTaskHeartbeat: answers('states:SendTaskHeartbeat'),
  SendTaskSuccess: answers('states:SendTaskSuccess'),
  CreateStateMachine: needs('states:CreateStateMachine', namedMachine),
  CreateStateMachineAlias: needs('states:CreateStateMachineAlias', routedMachine),
};
