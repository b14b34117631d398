import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { type BotDefinition, bots, localesOf, textedLocalesOf } from '@atlas-engine/lex-contracts';
import { type BotName, type FunctionName, textAlias } from '@atlas-engine/resource-names';
import type { BotLog } from './add-bot-log.ts';
import { CfnBotAlias } from 'aws-cdk-lib/aws-lex';

/** The function that each bot asks. */
const codeHooks: Readonly<Record<BotName, FunctionName>> = {
  AtlasEngineBot: 'LexFulfillmentHandler',
  GatewayBot: 'GatewayFulfillmentHandler',
  BankingBot: 'BankingFulfillmentHandler',
  SalesBot: 'SalesFulfillmentHandler',
};

/** A built version, and the alias that is to serve it. */
export interface ServedVersion {
  readonly botId: string;
  readonly version: string;
  readonly alias: string;
  readonly log: BotLog | undefined;
}

/** An alias of a bot, with the bot's function in each locale. */
export function addBotAlias(
  stack: AtlasStack,
  bot: BotName,
  { botId, version, alias, log }: ServedVersion,
): CfnBotAlias {
  const { names } = stack;
  const definition: BotDefinition = bots[bot];
  const lambdaArn = names.functions[codeHooks[bot]].liveArn;
  const id = alias === textAlias ? `${bot}TextAlias` : `${bot}Alias`;
  const resource = new CfnBotAlias(stack, id, {
    botAliasName: alias,
    botId,
    botVersion: version,
    botAliasLocaleSettings: (alias === textAlias ? textedLocalesOf : localesOf)(definition).map(
      (localeId) => ({
        localeId,
        botAliasLocaleSetting: {
          enabled: true,
          codeHookSpecification: {
            lambdaCodeHook: { codeHookInterfaceVersion: '1.0', lambdaArn },
          },
        },
      }),
    ),
    ...(log === undefined ? {} : { conversationLogSettings: textLog(log) }),
  });
  if (log !== undefined) {
    resource.node.addDependency(log.group);
    acknowledge(resource, {
      'AwsSolutions-LEX4': 'It is about audio, of which none is logged, and fails on settings without it.',
    });
  }
  return resource;
}

const textLog = ({ arn }: BotLog): CfnBotAlias.ConversationLogSettingsProperty => ({
  textLogSettings: [
    {
      enabled: true,
      destination: { cloudWatch: { cloudWatchLogGroupArn: arn, logPrefix: 'conversations/' } },
    },
  ],
});
