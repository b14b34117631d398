import { createHash } from 'node:crypto';
import {
  acknowledgeWildcards,
  type AtlasStack,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import { atlasEngineBot, botLocales, toCloudFormationBot } from '@atlas-engine/lex-contracts';
import { CfnResource, Token } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBotAlias, CfnBotVersion } from 'aws-cdk-lib/aws-lex';

/** AtlasEngineBot with its version and live alias. */
export function addBot(stack: AtlasStack): { readonly botId: string; readonly alias: CfnBotAlias } {
  const { name, roleArn } = stack.names.bot;
  const properties = { ...toCloudFormationBot(atlasEngineBot, { name, roleArn }) };
  const bot = new CfnResource(stack, 'Bot', { type: 'AWS::Lex::Bot', properties });
  bot.node.addDependency(addBotRole(stack));
  const botId = Token.asString(bot.getAtt('Id'));
  // A version never changes: another definition needs another one, and so another logical id.
  const version = new CfnBotVersion(stack, `BotVersion${fingerprint(properties)}`, {
    botId,
    botVersionLocaleSpecification: botLocales.map((localeId) => ({
      localeId,
      botVersionLocaleDetails: { sourceBotVersion: 'DRAFT' },
    })),
  });
  return { botId, alias: addAlias(stack, botId, version) };
}

function addAlias(stack: AtlasStack, botId: string, version: CfnBotVersion): CfnBotAlias {
  const { names } = stack;
  return new CfnBotAlias(stack, 'BotAlias', {
    botAliasName: names.bot.alias,
    botId,
    botVersion: version.attrBotVersion,
    botAliasLocaleSettings: botLocales.map((localeId) => ({
      localeId,
      botAliasLocaleSetting: {
        enabled: true,
        codeHookSpecification: {
          lambdaCodeHook: {
            codeHookInterfaceVersion: '1.0',
            lambdaArn: names.functions.LexFulfillmentHandler.liveArn,
          },
        },
      },
    })),
  });
}

const speak: Permission = {
  actions: ['polly:SynthesizeSpeech'],
  resources: ['*'],
  wildcard: 'SynthesizeSpeech has no resource-level permissions for voices.',
};

function addBotRole(stack: AtlasStack): Role {
  const { names } = stack;
  const role = new Role(stack, 'BotRole', {
    roleName: names.bot.roleName,
    assumedBy: new ServicePrincipal('lexv2.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
    inlinePolicies: { Own: policyDocument([speak]) },
  });
  acknowledgeWildcards(role, [speak]);
  return role;
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
