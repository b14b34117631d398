import type { Permission } from '@atlas-engine/constructs';
import {
  type AtlasNames,
  interactionsKeys,
  modelArns,
  type PolicyName,
  type StageConfiguration,
} from '@atlas-engine/resource-names';

interface Scope {
  readonly names: AtlasNames;
  readonly configuration: StageConfiguration;
}

/** What each managed policy is for. IAM cannot change a description: a new text would replace the policy. */
export const policyDescriptions: Readonly<Record<PolicyName, string>> = {
  AtlasEngineCorePolicy: 'Reads and writes the two tables of Atlas Engine.',
  AtlasEngineLoggingPolicy: 'Writes the logs and traces of the functions of Atlas Engine.',
  AtlasEngineSecretsPolicy: 'Reads the Salesforce credentials of Atlas Engine.',
  ScopedBedrockInvokePolicy: 'Invokes the language models that Atlas Engine is configured for.',
};

/** What each managed policy allows: the calls that the functions make, on the stage's own resources. */
export const policyPermissions = ({
  names,
  configuration,
}: Scope): Record<PolicyName, readonly Permission[]> => ({
  AtlasEngineCorePolicy: tableAccess(names),
  AtlasEngineLoggingPolicy: [logAccess(names), tracing],
  AtlasEngineSecretsPolicy: [
    { actions: ['secretsmanager:GetSecretValue'], resources: [names.secrets.salesforce.arnPattern] },
  ],
  ScopedBedrockInvokePolicy: [
    { actions: ['bedrock:InvokeModel'], resources: configuredModels(configuration) },
  ],
});

/** Every write is an update; a transaction needs the actions of its parts. */
function tableAccess({ tables }: AtlasNames): Permission[] {
  const items = ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];
  const { interactions, taskTokens } = tables;
  return [
    { actions: [...items, 'dynamodb:Query'], resources: [interactions.arn] },
    {
      actions: ['dynamodb:Query'],
      resources: interactionsKeys.indexes.map(({ name }) => `${interactions.arn}/index/${name}`),
    },
    { actions: items, resources: [taskTokens.arn] },
  ];
}

const logAccess = ({ partition, region, account, functions }: AtlasNames): Permission => ({
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: Object.values(functions).map(
    ({ logGroup }) => `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}:*`,
  ),
  wildcard: 'Lambda names the streams of a log group.',
});

const tracing: Permission = {
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  resources: ['*'],
  wildcard: 'X-Ray has no resource-level permissions for writing.',
};

const configuredModels = (configuration: StageConfiguration): string[] => {
  const { scenario, summary } = configuration.models;
  return [...new Set([scenario, summary].flatMap((model) => modelArns(model, configuration)))];
};
