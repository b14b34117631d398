import type { AtlasStack } from '@atlas-engine/constructs';
import { type BotDefinition, bots, localesOf, textedLocalesOf } from '@atlas-engine/lex-contracts';
import { type BotName, type FunctionName, textAlias } from '@atlas-engine/resource-names';
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
}

/** An alias of a bot, with the bot's function in each locale. */
export function addBotAlias(
  stack: AtlasStack,
  bot: BotName,
  { botId, version, alias }: ServedVersion,
): CfnBotAlias {
  const { names } = stack;
  const definition: BotDefinition = bots[bot];
  const lambdaArn = names.functions[codeHooks[bot]].liveArn;
  const id = alias === textAlias ? `${bot}TextAlias` : `${bot}Alias`;
  return new CfnBotAlias(stack, id, {
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
  });
}
