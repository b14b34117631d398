import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { AtlasStack } from './atlas-stack.ts';

/** A log group with the stage's retention, gone with its stack. */
export function addLogGroup(stack: AtlasStack, logGroupName: string, id = 'Logs'): LogGroup {
  const group = new LogGroup(stack, id, { logGroupName, removalPolicy: RemovalPolicy.DESTROY });
  const { defaultChild } = group.node;
  // The configuration's schema allows what CloudWatch does; CDK's enum would need a cast.
  if (defaultChild instanceof CfnLogGroup) {
    defaultChild.retentionInDays = stack.configuration.retention.logsDays;
  }
  return group;
}
