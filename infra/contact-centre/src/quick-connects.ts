import { type AtlasStack, connectInstanceArn } from '@atlas-engine/constructs';
import { CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import type { Department, Departments } from './departments.ts';

/**
 * One quick connect for each department's queue. They are listed with the outreach queue: a person sees those of every
 * queue in their routing profile.
 *
 * @returns their ARNs
 */
export const addQuickConnects = (
  stack: AtlasStack,
  { queues, transferFlow }: Pick<Departments, 'queues'> & { readonly transferFlow: string },
): readonly string[] =>
  Object.entries(queues).map(
    ([department, queueArn]) =>
      new CfnQuickConnect(stack, `${department}QuickConnect`, {
        instanceArn: connectInstanceArn(stack.names),
        name: stack.names.connect.queues[department as Department],
        description: `Hands a contact over to ${department}.`,
        quickConnectConfig: {
          quickConnectType: 'QUEUE',
          queueConfig: { contactFlowArn: transferFlow, queueArn },
        },
      }).attrQuickConnectArn,
  );
