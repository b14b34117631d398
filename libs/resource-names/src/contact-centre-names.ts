import type { Stage } from './stage.ts';

/** Names in Amazon Connect. The alias must be free in all of AWS, so it carries the account. */
export const connectNames = (stage: Stage, account: string) => {
  const instanceAlias = `atlas-engine-${stage}-${account}`;
  return {
    instanceAlias,
    outboundFlow: `AtlasEngineOutbound-${stage}`,
    queue: `AtlasEngineOutreach-${stage}`,
    hours: `AtlasEngineAlwaysOpen-${stage}`,
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
    queueId: `${root}/connect/queue-id`,
    sourceNumber: `${root}/connect/source-number`,
    botId: `${root}/lex/bot-id`,
    botAliasId: `${root}/lex/bot-alias-id`,
  };
};
