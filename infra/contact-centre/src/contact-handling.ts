import type { AtlasStack } from '@atlas-engine/constructs';
import {
  type BotName,
  type ContactFlowName,
  type FunctionName,
  functionNames,
} from '@atlas-engine/resource-names';
import { addAgents } from './agents.ts';
import { addDepartments } from './departments.ts';
import { addFlows } from './flows.ts';
import type { addOutboundQueue } from './outbound-queue.ts';
import { addQuickConnects } from './quick-connects.ts';

/** What stands already: the queue of outreach, and the bots by the ARN of their alias. */
interface Standing {
  readonly outreach: ReturnType<typeof addOutboundQueue>;
  readonly bots: Readonly<Record<BotName, string>>;
}

/**
 * The departments with their queues and agents, the flows, and quick connects between queues.
 *
 * @returns the ARN of each flow
 */
export function addContactHandling(
  stack: AtlasStack,
  { outreach, bots }: Standing,
): Readonly<Record<ContactFlowName, string>> {
  const { queues, businessHours } = addDepartments(stack);
  addAgents(stack, { queues, outreach: outreach.queue.attrQueueArn });
  const flows = addFlows(stack, {
    queue: { ...queues, AtlasEngineOutreach: outreach.queue.attrQueueArn },
    hours: { AtlasEngineAlwaysOpen: outreach.hours, AtlasEngineBusinessHours: businessHours },
    function: Object.fromEntries(
      functionNames.map((name) => [name, stack.names.functions[name].liveArn]),
    ) as Record<FunctionName, string>,
    bot: bots,
  });
  outreach.queue.quickConnectArns = [
    ...addQuickConnects(stack, { queues, transferFlow: flows.AtlasEngineQueueTransfer }),
  ];
  return flows;
}
