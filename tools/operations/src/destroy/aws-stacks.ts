import {
  type CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateDescribeStackEvents,
  paginateDescribeStacks,
  paginateListStackResources,
  paginateListStacks,
  type Stack,
  type StackEvent,
  type StackResourceSummary,
  type StackSummary,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { isNamed } from '../aws/explain.ts';
import { outlivesItsStack } from './keeping.ts';
import type { LivingStack, StackResource, Stacks } from './stacks.ts';

const templateSchema = z.object({
  Resources: z.record(z.string(), z.object({ DeletionPolicy: z.string().optional() })),
});

/** CloudFormation behind a client. */
export const awsStacks = (client: CloudFormationClient): Stacks => ({
  list: (prefix) => listLiving(client, prefix),
  async resources(stack) {
    const [kept, resources] = await Promise.all([keptByTemplate(client, stack), resourcesOf(client, stack)]);
    return resources
      .filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE')
      .map((resource) => readResource(stack, resource, kept.has(resource.LogicalResourceId ?? '')));
  },
  leftBehind: (prefix) => leftBehind(client, prefix),
  async delete(stack) {
    await client.send(new DeleteStackCommand({ StackName: stack }));
  },
  async status(id) {
    try {
      const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: id }));
      return stack?.StackStatus ?? 'DELETE_COMPLETE';
    } catch (error) {
      // Gone for so long that even its ARN is forgotten.
      if (isNamed(error, 'ValidationError')) return 'DELETE_COMPLETE';
      throw error;
    }
  },
  failures: (id) => failuresOf(client, id),
});

async function listLiving(client: CloudFormationClient, prefix: string): Promise<readonly LivingStack[]> {
  const living: LivingStack[] = [];
  for await (const { Stacks: stacks = [] } of paginateDescribeStacks({ client }, {})) {
    living.push(...stacks.map(readStack).filter(({ status }) => status !== 'DELETE_COMPLETE'));
  }
  return living.filter(({ name }) => name.startsWith(prefix));
}

const readStack = (stack: Stack): LivingStack => ({
  name: stack.StackName ?? '',
  id: stack.StackId ?? '',
  status: stack.StackStatus ?? '',
  isProtected: stack.EnableTerminationProtection === true,
});

async function keptByTemplate(client: CloudFormationClient, stack: string): Promise<ReadonlySet<string>> {
  const { TemplateBody = '{"Resources":{}}' } = await client.send(
    new GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' }),
  );
  const { Resources } = templateSchema.parse(JSON.parse(TemplateBody));
  return new Set(
    Object.entries(Resources)
      .filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy.startsWith('Retain'))
      .map(([logicalId]) => logicalId),
  );
}

async function resourcesOf(
  client: CloudFormationClient,
  stack: string,
): Promise<readonly StackResourceSummary[]> {
  const resources: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    resources.push(...(page.StackResourceSummaries ?? []));
  }
  return resources;
}

const readResource = (stack: string, resource: StackResourceSummary, isKept: boolean): StackResource => ({
  stack,
  type: resource.ResourceType ?? '',
  id: resource.PhysicalResourceId ?? '',
  isKept,
});

/** CloudFormation remembers deleted stacks for 90 days, and which resources it passed over. */
async function leftBehind(client: CloudFormationClient, prefix: string): Promise<readonly StackResource[]> {
  const living = new Set((await listLiving(client, prefix)).map(({ name }) => name));
  const deleted = (await deletedStacks(client)).filter(
    ({ StackName: name = '' }) => name.startsWith(prefix) && !living.has(name),
  );
  const left = await Promise.all(deleted.map((stack) => passedOver(client, stack)));
  return [...new Map(left.flat().map((resource) => [resource.id, resource])).values()];
}

async function passedOver(
  client: CloudFormationClient,
  { StackName: name = '', StackId: id = '' }: StackSummary,
): Promise<readonly StackResource[]> {
  return (await resourcesOf(client, id))
    .filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_SKIPPED')
    .map((resource) => readResource(name, resource, true))
    .filter(({ type }) => outlivesItsStack(type));
}

async function deletedStacks(client: CloudFormationClient): Promise<readonly StackSummary[]> {
  const deleted: StackSummary[] = [];
  for await (const page of paginateListStacks({ client }, { StackStatusFilter: ['DELETE_COMPLETE'] })) {
    deleted.push(...(page.StackSummaries ?? []));
  }
  return deleted;
}

/** The reasons of the last deletion, each resource once. */
async function failuresOf(client: CloudFormationClient, id: string): Promise<readonly string[]> {
  const events: StackEvent[] = [];
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName: id })) {
    events.push(...StackEvents);
    if (StackEvents.some((event) => isBeginning(event, id))) break;
  }
  const beginning = events.findIndex((event) => isBeginning(event, id));
  const failures = events
    .slice(0, beginning < 0 ? events.length : beginning)
    .filter((event) => event.ResourceStatus === 'DELETE_FAILED' && event.PhysicalResourceId !== id)
    .map(
      ({ LogicalResourceId = '', ResourceStatusReason = '' }) =>
        `${LogicalResourceId}: ${ResourceStatusReason}`,
    );
  return [...new Set(failures)];
}

/** Events come newest first: what is after this one belongs to an earlier operation. */
const isBeginning = ({ ResourceStatus, PhysicalResourceId }: StackEvent, id: string): boolean =>
  ResourceStatus === 'DELETE_IN_PROGRESS' && PhysicalResourceId === id;
