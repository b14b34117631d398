import { businessHoursSchema, parseCallingPolicy } from '@atlas-engine/domain';
import type {
  AtlasNames,
  EnvironmentVariable,
  FunctionName,
  StageConfiguration,
} from '@atlas-engine/resource-names';
import { InvalidStackError } from './invalid-stack-error.ts';
import { connectInstanceArn, ssmReference } from './ssm-reference.ts';

/** Lambda's limit for all names and values together, in bytes. Source: Lambda quotas. */
const maxBytes = 4096;

interface Context {
  readonly names: AtlasNames;
  readonly configuration: StageConfiguration;
  readonly service: FunctionName;
}

/** The value of every environment variable. Names and configuration are its only sources. */
const values = {
  ATLAS_STAGE: ({ names }) => names.stage,
  ATLAS_LOG_LEVEL: ({ configuration }) => configuration.logLevel,
  ATLAS_CALLING_POLICY: ({ configuration }) => callingPolicyText(configuration),
  ATLAS_BUSINESS_HOURS: ({ configuration }) => businessHoursText(configuration),
  INTERACTIONS_TABLE: ({ names }) => names.tables.interactions.name,
  TASK_TOKENS_TABLE: ({ names }) => names.tables.taskTokens.name,
  SALESFORCE_SECRET_ID: ({ names }) => names.secrets.salesforce.name,
  SALESFORCE_API_VERSION: ({ configuration }) => configuration.salesforce.apiVersion,
  BEDROCK_MODEL_ID: ({ configuration: { models }, service }) =>
    (service === 'SummarizeAndResumeHandler' ? models.summary : models.scenario).id,
  DIAL_QUEUE_URL: ({ names }) => names.queues.dial.url,
  WRAP_UP_QUEUE_URL: ({ names }) => names.queues.wrapUps.url,
  STATE_MACHINE_ARN: ({ names }) => names.workflow.liveArn,
  TEXT_BOT_ID: ({ names }) => ssmReference(names.bots.AtlasEngineBot.parameters.botId),
  TEXT_BOT_ALIAS_ID: ({ names }) => ssmReference(names.parameters.textAliasId),
  TRANSCRIPTS_BUCKET: ({ names }) => names.buckets.transcripts.name,
  CONNECT_INSTANCE_ARN: ({ names }) => connectInstanceArn(names),
  CONNECT_INSTANCE_ID: ({ names }) => ssmReference(names.parameters.instanceId),
  CONNECT_FLOW_ID: ({ names }) => ssmReference(names.parameters.outboundFlowId),
  CONNECT_CHAT_FLOW_ID: ({ names }) => ssmReference(names.parameters.chatFlowId),
  CONNECT_QUEUE_ID: ({ names }) => ssmReference(names.parameters.queueId),
  CONNECT_SOURCE_NUMBER: ({ names }) => ssmReference(names.parameters.sourceNumber),
  CONNECT_TRAFFIC_TYPE: ({ configuration }) => configuration.connect.trafficType,
  PACING_CALLS_PER_SECOND: ({ configuration }) => String(configuration.pacing.callsPerSecond),
  PACING_BURST: ({ configuration }) => String(configuration.pacing.burst),
  PACING_MAX_CONCURRENT_CALLS: ({ configuration }) => String(configuration.pacing.maxConcurrentCalls),
  PACING_EXPECTED_CALL_SECONDS: ({ configuration }) => String(configuration.pacing.expectedCallSeconds),
} as const satisfies Record<EnvironmentVariable, (context: Context) => string>;

/** What every function has. */
export const commonVariables = [
  'ATLAS_STAGE',
  'ATLAS_LOG_LEVEL',
  'INTERACTIONS_TABLE',
  'TASK_TOKENS_TABLE',
] as const satisfies readonly EnvironmentVariable[];

/**
 * The environment of a function: the common variables and those it asks for.
 *
 * @throws InvalidStackError when Lambda would refuse the environment as too large
 */
export function functionEnvironment(
  context: Context,
  variables: readonly EnvironmentVariable[],
): Record<string, string> {
  const environment = Object.fromEntries(
    [...commonVariables, ...variables].map((variable) => [variable, values[variable](context)]),
  );
  const bytes = Buffer.byteLength(Object.entries(environment).flat().join(''));
  if (bytes <= maxBytes) return environment;
  throw new InvalidStackError(
    `The environment of ${context.service} has ${String(bytes)} bytes; Lambda takes ${String(maxBytes)}.`,
  );
}

function businessHoursText({ stage, businessHours }: StageConfiguration): string {
  const parsed = businessHoursSchema.safeParse(businessHours);
  if (parsed.success) return JSON.stringify(parsed.data);
  throw new InvalidStackError(
    parsed.error.issues
      .map(({ path, message }) => `Stage ${stage}: businessHours.${path.join('.')} ${message}`)
      .join('\n'),
  );
}

/** What the stage changes in the policy: the functions carry the defaults. */
function callingPolicyText({ stage, callingPolicy }: StageConfiguration): string {
  const parsed = parseCallingPolicy(callingPolicy);
  if (parsed.ok) return JSON.stringify(callingPolicy);
  throw new InvalidStackError(
    parsed.problems.map((problem) => `Stage ${stage}: callingPolicy.${problem}`).join('\n'),
  );
}
