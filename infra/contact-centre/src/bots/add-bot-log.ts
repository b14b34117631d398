import { addLogGroup, type AtlasStack, type Permission } from '@atlas-engine/constructs';
import type { BotName } from '@atlas-engine/resource-names';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';

/** Bots whose conversations are logged. Those of AtlasEngineBot hold what leads say in calls: ADR 0019. */
const logged: readonly BotName[] = ['GatewayBot', 'BankingBot', 'SalesBot'];

/** Where the conversations of a bot are logged, and what its role needs to write there. */
export interface BotLog {
  readonly group: LogGroup;
  readonly arn: string;
  readonly write: Permission;
}

/** The log of a bot's conversations; undefined for a bot that keeps none. */
export function addBotLog(stack: AtlasStack, bot: BotName): BotLog | undefined {
  if (!logged.includes(bot)) return undefined;
  const { logGroup } = stack.names.bots[bot];
  const { partition, region, account } = stack.names;
  const arn = `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}`;
  return {
    group: addLogGroup(stack, logGroup, `${bot}Conversations`),
    arn,
    write: {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`${arn}:*`],
      wildcard: 'Lex names the log streams of its conversations itself.',
    },
  };
}
