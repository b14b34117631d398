import type { AtlasStack } from '@atlas-engine/constructs';
import { type BotDefinition, bots, localesOf } from '@atlas-engine/lex-contracts';
import type { BotName, FunctionName } from '@atlas-engine/resource-names';
import { CfnBotAlias } from 'aws-cdk-lib/aws-lex';

/** The function that each bot asks. */
const codeHooks: Readonly<Record<BotName, FunctionName>> = {
  AtlasEngineBot: 'LexFulfillmentHandler',
  GatewayBot: 'GatewayFulfillmentHandler',
  BankingBot: 'BankingFulfillmentHandler',
  SalesBot: 'SalesFulfillmentHandler',
};

/** The alias that a bot's users speak to, with the bot's function in each locale. */
export function addBotAlias(
  stack: AtlasStack,
  bot: BotName,
  { botId, version }: { readonly botId: string; readonly version: string },
): CfnBotAlias {
  const { names } = stack;
  const definition: BotDefinition = bots[bot];
  const lambdaArn = names.functions[codeHooks[bot]].liveArn;
  return new CfnBotAlias(stack, `${bot}Alias`, {
    botAliasName: names.bots[bot].alias,
    botId,
    botVersion: version,
    botAliasLocaleSettings: localesOf(definition).map((localeId) => ({
      localeId,
      botAliasLocaleSetting: {
        enabled: true,
        codeHookSpecification: {
          lambdaCodeHook: { codeHookInterfaceVersion: '1.0', lambdaArn },
        },
      },
    })),
  });
}
