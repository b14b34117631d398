import { type AlarmName, alarmNames } from './alarm-names.ts';
import { arnsIn, partitionOf, type Place } from './arn.ts';
import {
  botAliases,
  type BotName,
  botNames,
  type FunctionName,
  functionNames,
  type HttpApiName,
  httpApiNames,
  liveAlias,
  type PlatformStack,
  type PolicyName,
  policyNames,
  type RuleName,
  ruleNames,
  type SiteName,
  siteNames as allSites,
} from './constants.ts';
import { botParameterNames, connectNames, parameterNames } from './contact-centre-names.ts';
import { identityNames } from './identity-names.ts';
import { kebab } from './kebab.ts';
import type { AtlasNames, BotResource, FunctionResource, NamedResource, QueueResource } from './resource.ts';
import { siteNames } from './site-names.ts';
import { localEndpoint, sqsEndpointOf } from './stage-defaults.ts';
import type { Stage } from './stage.ts';

/** What every name depends on. A `StageConfiguration` is one. */
export interface NameScope extends Place {
  readonly stage: Stage;
  /** Where queues are reached, when it is not the service's own address. */
  readonly endpoints?: { readonly sqs: string };
}

/**
 * Every name and ARN of a stage. Names are the contract between stacks: nothing else is shared.
 *
 * @example
 * const names = atlasNames({ stage: 'local', account: '000000000000', region: 'us-east-1' });
 * names.functions.CreateLeadHandler.name; // 'CreateLeadHandler-local'
 */
export function atlasNames(scope: NameScope): AtlasNames {
  const { stage, account, region } = scope;
  const arns = arnsIn(scope);
  const staged = (constant: string) => `${constant}-${stage}`;
  const regional = (service: string, prefix: string, constant: string): NamedResource => {
    const name = staged(constant);
    return { name, arn: arns.regional(service, `${prefix}${name}`) };
  };
  const bucket = (purpose: string): NamedResource => {
    const name = `atlas-engine-${purpose}-${stage}-${account}-${region}`;
    return { name, arn: arns.bucket(name) };
  };
  const sqs = scope.endpoints?.sqs ?? (stage === 'local' ? localEndpoint : sqsEndpointOf(region));
  const queue = (constant: string): QueueResource => {
    const named = regional('sqs', '', constant);
    return { ...named, url: `${sqs}/${account}/${named.name}` };
  };
  const role = (constant: string) => {
    const roleName = staged(constant);
    return { roleName, roleArn: arns.global('iam', `role/${roleName}`) };
  };
  const handler = (constant: FunctionName): FunctionResource => {
    const named = regional('lambda', 'function:', constant);
    return {
      ...named,
      liveArn: `${named.arn}:${liveAlias}`,
      ...role(`${constant}-role`),
      logGroup: `/aws/lambda/${named.name}`,
      deployment: { application: named.name, ...role(`${constant}-deployment`) },
    };
  };
  const policy = (constant: PolicyName): NamedResource => {
    const name = staged(constant);
    return { name, arn: arns.global('iam', `policy/${name}`) };
  };
  const bot = (constant: BotName): BotResource => ({
    name: staged(constant),
    alias: botAliases[constant],
    ...role(`${constant}-role`),
    parameters: botParameterNames(stage, constant),
    logGroup: `/aws/lex/${staged(constant)}`,
  });
  const secret = regional('secretsmanager', 'secret:', 'SalesforceCreds');
  const workflow = regional('states', 'stateMachine:', 'AtlasEngineWorkflow');

  return {
    stage,
    account,
    region,
    partition: partitionOf(region),
    functions: record(functionNames, handler),
    policies: record(policyNames, policy),
    rules: record(ruleNames, (constant: RuleName) => regional('events', 'rule/', constant)),
    tables: {
      interactions: regional('dynamodb', 'table/', 'AtlasEngineInteractions'),
      taskTokens: regional('dynamodb', 'table/', 'AtlasEngineTaskTokens'),
    },
    workflow: {
      ...workflow,
      liveArn: `${workflow.arn}:${liveAlias}`,
      executionsArn: arns.regional('states', `execution:${workflow.name}:*`),
      ...role('StepFunctions-AtlasEngineWorkflow-role'),
      logGroup: `/aws/vendedlogs/states/${workflow.name}`,
    },
    queues: {
      dial: queue('AtlasEngineDialQueue'),
      dialDeadLetters: queue('AtlasEngineDialDeadLetters'),
      parkedRequests: queue('AtlasEngineParkedRequests'),
      deadLetters: queue('AtlasEngineDeadLetters'),
      sms: queue('SmsSQSQueue'),
      smsDeadLetters: queue('SmsDeadLetters'),
      wrapUps: queue('AtlasEngineWrapUpQueue'),
      wrapUpDeadLetters: queue('AtlasEngineWrapUpDeadLetters'),
    },
    topics: {
      salesTeam: regional('sns', '', 'SalesTeamNotifications'),
      operations: regional('sns', '', 'AtlasEngineOperations'),
      smsInbound: regional('sns', '', 'SmsQuickStartSnsDestination'),
    },
    deployment: role('AtlasEngineDeployment'),
    dashboard: staged('AtlasEngine'),
    budget: staged('AtlasEngine-monthly'),
    alarms: record(alarmNames, (alarm: AlarmName) => regional('cloudwatch', 'alarm:', alarm)),
    buckets: {
      recordings: bucket('recordings'),
      transcripts: bucket('transcripts'),
      accessLogs: bucket('access-logs'),
    },
    secrets: { salesforce: { ...secret, arnPattern: `${secret.arn}-??????` } },
    connect: connectNames(stage, account),
    bots: record(botNames, bot),
    httpApis: record(httpApiNames, (constant: HttpApiName) => ({
      name: staged(constant),
      accessLogs: `/aws/vendedlogs/apis/${staged(constant)}`,
      idParameter: `/atlas-engine/${stage}/api/${kebab(constant)}/id`,
    })),
    sites: record(allSites, (site: SiteName) => siteNames(scope, site)),
    identity: { ...identityNames(stage, account), guest: role('AtlasEngineGuest-role') },
    parameters: parameterNames(stage),
    stackOf: (part: FunctionName | PlatformStack | SiteName) => `atlas-${stage}-${kebab(part)}`,
  };
}

const record = <const K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
