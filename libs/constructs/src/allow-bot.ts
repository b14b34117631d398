import type { BotName } from '@atlas-engine/resource-names';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { AtlasStack } from './atlas-stack.ts';
import { botAliasArn, textAliasArn } from './ssm-reference.ts';

/**
 * Lets a bot's alias call a function. The bot knows the function by name and is there first; that it may call it is said
 * in the function's own stack.
 */
export const allowBot = (stack: AtlasStack, bot: BotName, live: Alias): CfnPermission =>
  allow(stack, live, { id: `${bot}Permission`, aliasArn: botAliasArn(stack.names, bot) });

/** Lets the alias of AtlasEngineBot that texts go through call a function. */
export const allowTexts = (stack: AtlasStack, live: Alias): CfnPermission =>
  allow(stack, live, { id: 'TextsPermission', aliasArn: textAliasArn(stack.names) });

const allow = (
  stack: AtlasStack,
  live: Alias,
  { id, aliasArn }: { readonly id: string; readonly aliasArn: string },
): CfnPermission =>
  new CfnPermission(stack, id, {
    action: 'lambda:InvokeFunction',
    functionName: live.functionArn,
    principal: 'lexv2.amazonaws.com',
    sourceArn: aliasArn,
  });
