import { createHash } from 'node:crypto';
import type { AtlasStack } from '@atlas-engine/constructs';
import { type BotDefinition, bots, localesOf, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { type BotName, textAlias } from '@atlas-engine/resource-names';
import { CfnResource, Token } from 'aws-cdk-lib';
import { CfnBotVersion } from 'aws-cdk-lib/aws-lex';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { addBotAlias } from './add-bot-alias.ts';
import { addBotLog } from './add-bot-log.ts';
import { addBotRole } from './add-bot-role.ts';

/**
 * A bot with its version and alias, and its ids in SSM. Another definition gives another version, and the alias moves
 * to it when it is built.
 *
 * @returns the ARN of the alias
 */
export function addBot(stack: AtlasStack, botName: BotName): string {
  const names = stack.names.bots[botName];
  const definition: BotDefinition = bots[botName];
  const properties = { ...toCloudFormationBot(definition, names) };
  const bot = new CfnResource(stack, botName, { type: 'AWS::Lex::Bot', properties });
  const log = addBotLog(stack, botName);
  bot.node.addDependency(addBotRole(stack, botName, log));
  const botId = Token.asString(bot.getAtt('Id'));
  // A version never changes: another definition needs another one, and so another logical id.
  const version = new CfnBotVersion(stack, `${botName}Version${fingerprint(properties)}`, {
    botId,
    botVersionLocaleSpecification: localesOf(definition).map((localeId) => ({
      localeId,
      botVersionLocaleDetails: { sourceBotVersion: 'DRAFT' },
    })),
  });
  const served = { botId, version: version.attrBotVersion, log };
  const alias = addBotAlias(stack, botName, { ...served, alias: names.alias });
  const { parameters } = names;
  const publish = (id: string, name: string, value: string) =>
    new CfnParameter(stack, `${botName}${id}`, { name, type: 'String', value });
  publish('Id', parameters.botId, botId);
  publish('AliasId', parameters.aliasId, alias.attrBotAliasId);
  if (botName === 'AtlasEngineBot') {
    const texts = addBotAlias(stack, botName, { ...served, alias: textAlias });
    publish('TextAliasId', stack.names.parameters.textAliasId, texts.attrBotAliasId);
  }
  return alias.attrArn;
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
