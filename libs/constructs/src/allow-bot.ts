import type { BotName } from '@atlas-engine/resource-names';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { AtlasStack } from './atlas-stack.ts';
import { botAliasArn } from './ssm-reference.ts';

/**
 * Lets a bot's alias call a function. The bot knows the function by name and is there first; that it may call it is said
 * in the function's own stack.
 */
export const allowBot = (stack: AtlasStack, bot: BotName, live: Alias): CfnPermission =>
  new CfnPermission(stack, `${bot}Permission`, {
    action: 'lambda:InvokeFunction',
    functionName: live.functionArn,
    principal: 'lexv2.amazonaws.com',
    sourceArn: botAliasArn(stack.names, bot),
  });
