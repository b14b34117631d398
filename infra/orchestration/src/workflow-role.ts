import {
  acknowledgeWildcards,
  type AtlasStack,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import type { AtlasNames } from '@atlas-engine/resource-names';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { invokedFunctions } from './workflow-resources.ts';

/** The role of AtlasEngineWorkflow: what its states call, and what Step Functions needs to log and trace. */
export function addWorkflowRole(stack: AtlasStack): Role {
  const { names } = stack;
  const permissions = [...calls(names), deliverLogs, trace];
  const role = new Role(stack, 'Role', {
    roleName: names.workflow.roleName,
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
    inlinePolicies: { Own: policyDocument(permissions) },
  });
  acknowledgeWildcards(role, permissions);
  return role;
}

const calls = (names: AtlasNames): Permission[] => [
  { actions: ['lambda:InvokeFunction'], resources: invokedFunctions(names) },
  { actions: ['dynamodb:UpdateItem'], resources: [names.tables.interactions.arn] },
  { actions: ['sqs:SendMessage'], resources: [names.queues.parkedRequests.arn] },
  { actions: ['sns:Publish'], resources: [names.topics.salesTeam.arn] },
];

const deliverLogs: Permission = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  resources: ['*'],
  wildcard: 'Log deliveries have no resource-level permissions.',
};

const trace: Permission = {
  actions: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  resources: ['*'],
  wildcard: 'X-Ray has no resource-level permissions for writing.',
};
