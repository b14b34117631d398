import type { AtlasNames, BotName } from '@atlas-engine/resource-names';

/**
 * A value that AWS named and another stack keeps in SSM, read when the stack is deployed. A dynamic reference, not a
 * parameter of the template: with one the CDK CLI could never tell that nothing changed.
 */
export const ssmReference = (parameter: string): string => `{{resolve:ssm:${parameter}}}`;

/** ARN of the stage's Amazon Connect instance. */
export const connectInstanceArn = ({ partition, region, account, parameters }: AtlasNames): string =>
  `arn:${partition}:connect:${region}:${account}:instance/${ssmReference(parameters.instanceId)}`;

/** ARN of the alias of AtlasEngineBot that texts go through. */
export const textAliasArn = ({ partition, region, account, bots, parameters }: AtlasNames): string =>
  `arn:${partition}:lex:${region}:${account}:bot-alias/${ssmReference(bots.AtlasEngineBot.parameters.botId)}/${ssmReference(parameters.textAliasId)}`;

/** ARN of a bot's alias that its users speak to. */
export const botAliasArn = (
  { partition, region, account, bots }: AtlasNames,
  bot: BotName = 'AtlasEngineBot',
): string => {
  const { botId, aliasId } = bots[bot].parameters;
  return `arn:${partition}:lex:${region}:${account}:bot-alias/${ssmReference(botId)}/${ssmReference(aliasId)}`;
};

/** The issuer of the agents' tokens: the stage's user pool. */
export const agentIssuer = ({ region, identity }: AtlasNames): string =>
  `https://cognito-idp.${region}.amazonaws.com/${ssmReference(identity.parameters.userPoolId)}`;
