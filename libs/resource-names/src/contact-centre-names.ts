import type { BotName } from './constants.ts';
import {
  contactFlowNames,
  contactQueueNames,
  flowModuleNames,
  hoursNames,
} from './contact-centre-constants.ts';
import { kebab } from './kebab.ts';
import type { Stage } from './stage.ts';

/** Names in Amazon Connect. The alias must be free in all of AWS, so it carries the account. */
export const connectNames = (stage: Stage, account: string) => {
  const instanceAlias = `atlas-engine-${stage}-${account}`;
  const staged = <const K extends string>(constants: readonly K[]): Readonly<Record<K, string>> =>
    Object.fromEntries(constants.map((constant) => [constant, `${constant}-${stage}`])) as Record<K, string>;
  return {
    instanceAlias,
    outboundFlow: `AtlasEngineOutbound-${stage}`,
    queue: `AtlasEngineOutreach-${stage}`,
    hours: `AtlasEngineAlwaysOpen-${stage}`,
    flows: staged(contactFlowNames),
    modules: staged(flowModuleNames),
    queues: staged(contactQueueNames),
    hoursOfOperation: staged(hoursNames),
    /** What agents may do, and which contacts come to them. */
    securityProfile: `AtlasEngineAgents-${stage}`,
    routingProfile: `AtlasEngineAgents-${stage}`,
    /** Of those who lend: a profile holds ten pairs of queue and channel. */
    lendingRoutingProfile: `AtlasEngineLenders-${stage}`,
    /** Where recordings lie in their bucket; Amazon Connect adds `/CallRecordings/…`. */
    recordingsPrefix: `connect/${instanceAlias}`,
  };
};

/** SSM parameters that hold what AWS names itself. */
export const parameterNames = (stage: Stage) => {
  const root = `/atlas-engine/${stage}`;
  return {
    instanceId: `${root}/connect/instance-id`,
    outboundFlowId: `${root}/connect/outbound-flow-id`,
    /** The flow in which chats begin. */
    chatFlowId: `${root}/connect/chat-flow-id`,
    queueId: `${root}/connect/queue-id`,
    sourceNumber: `${root}/connect/source-number`,
    /** The alias of AtlasEngineBot that texts go through, and nobody else may speak to. */
    textAliasId: `${root}/lex/atlas-engine-bot/text-alias-id`,
    sourceNumberArn: `${root}/connect/source-number-arn`,
  };
};

/** SSM parameters that hold the ids which Lex gives a bot and its alias. */
export const botParameterNames = (stage: Stage, bot: BotName) => {
  const root = `/atlas-engine/${stage}/lex/${kebab(bot)}`;
  return { botId: `${root}/bot-id`, aliasId: `${root}/bot-alias-id` };
};
