import { isRecord, optionalString, stringField } from '@atlas-engine/aws-wire';
import {
  anyResource,
  arnOf,
  arnOrName,
  needs,
  ownActions,
  type Call,
  type CallNeeds,
  type CallTable,
} from './call.ts';

const secretContext = ({ input }: Call, arn: string) => {
  const version = optionalString(input, 'VersionId');
  const stage = optionalString(input, 'VersionStage');
  return {
    'secretsmanager:secretid': arn,
    ...(version !== undefined && { 'secretsmanager:versionid': version }),
    ...(stage !== undefined && { 'secretsmanager:versionstage': stage }),
  };
};

/** A name alone fits no policy for an ARN, so a secret that is not there is denied, as on AWS. */
const onSecret =
  (action: string, member = 'SecretId'): CallNeeds =>
  (call) => {
    const id = stringField(call.input, member);
    const resource = call.lookUps.secretArn(id) ?? arnOrName(id, (name) => name);
    return [{ action, resource, context: secretContext(call, resource) }];
  };

const secretActions = [
  ...['DeleteSecret', 'DescribeSecret', 'GetResourcePolicy', 'GetSecretValue', 'ListSecretVersionIds'],
  ...['PutSecretValue', 'RestoreSecret', 'TagResource', 'UntagResource', 'UpdateSecret'],
  'UpdateSecretVersionStage',
];

/** Secrets Manager. */
export const secretCalls: CallTable = {
  ...Object.fromEntries(secretActions.map((name) => [name, onSecret(`secretsmanager:${name}`)])),
  ...ownActions('secretsmanager', ['BatchGetSecretValue', 'GetRandomPassword', 'ListSecrets'], anyResource),
  CreateSecret: needs('secretsmanager:CreateSecret', ({ input, place }) =>
    arnOf(place, 'secretsmanager', `secret:${stringField(input, 'Name')}`),
  ),
};

const parameterArn = ({ place }: Call, name: string): string =>
  arnOrName(name, (text) => arnOf(place, 'ssm', `parameter/${text.replace(/^\//, '')}`));

const parameter =
  (member: string) =>
  (call: Call): string =>
    parameterArn(call, stringField(call.input, member));

const parameters =
  (action: string): CallNeeds =>
  (call) => {
    const { Names: names } = call.input;
    return (Array.isArray(names) ? names : []).map((name) => ({
      action,
      resource: parameterArn(call, String(name)),
    }));
  };

/** SSM's parameters. */
export const parameterCalls: CallTable = {
  ...ownActions(
    'ssm',
    ['DeleteParameter', 'GetParameter', 'GetParameterHistory', 'LabelParameterVersion', 'PutParameter'],
    parameter('Name'),
  ),
  GetParameters: parameters('ssm:GetParameters'),
  DeleteParameters: parameters('ssm:DeleteParameters'),
  GetParametersByPath: needs('ssm:GetParametersByPath', parameter('Path')),
  DescribeParameters: needs('ssm:DescribeParameters', anyResource),
};

/** STS. Anybody may ask who they are. */
export const stsCalls: CallTable = {
  GetCallerIdentity: () => [],
  AssumeRole: ({ input }) => {
    const externalId = optionalString(input, 'ExternalId');
    return [
      {
        action: 'sts:AssumeRole',
        resource: stringField(input, 'RoleArn'),
        context: {
          'sts:rolesessionname': stringField(input, 'RoleSessionName'),
          ...(externalId !== undefined && { 'sts:externalid': externalId }),
        },
      },
    ];
  },
};

const busOf = ({ place }: Call, name: string): string =>
  arnOrName(name, (text) => arnOf(place, 'events', `event-bus/${text}`));

const onBus =
  (member: string) =>
  (call: Call): string =>
    busOf(call, optionalString(call.input, member) ?? 'default');

/** A rule of the default bus is named without it. */
const rule =
  (member: string) =>
  ({ input, place }: Call): string => {
    const bus = optionalString(input, 'EventBusName')?.split('/').at(-1) ?? 'default';
    const name = stringField(input, member);
    return arnOf(place, 'events', `rule/${bus === 'default' ? '' : `${bus}/`}${name}`);
  };

const putEvents: CallNeeds = (call) => {
  const { Entries: entries } = call.input;
  const buses = (Array.isArray(entries) ? entries : []).map((entry: unknown) =>
    busOf(call, (isRecord(entry) ? optionalString(entry, 'EventBusName') : undefined) ?? 'default'),
  );
  return [...new Set(buses)].map((resource) => ({ action: 'events:PutEvents', resource }));
};

/** EventBridge. */
export const eventCalls: CallTable = {
  ...ownActions(
    'events',
    ['DeleteRule', 'DescribeRule', 'DisableRule', 'EnableRule', 'PutRule'],
    rule('Name'),
  ),
  ...ownActions('events', ['ListTargetsByRule', 'PutTargets', 'RemoveTargets'], rule('Rule')),
  ...ownActions('events', ['CreateEventBus', 'DeleteEventBus', 'DescribeEventBus'], onBus('Name')),
  ...ownActions(
    'events',
    ['ListEventBuses', 'ListRuleNamesByTarget', 'ListRules', 'TestEventPattern'],
    anyResource,
  ),
  ...ownActions('events', ['ListTagsForResource', 'TagResource', 'UntagResource'], ({ input }) =>
    stringField(input, 'ResourceARN'),
  ),
  PutEvents: putEvents,
};
