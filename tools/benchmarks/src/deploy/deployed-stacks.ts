import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** When each stack of a local cloud was last made or changed. */
export type StackTimes = ReadonlyMap<string, number>;

export async function stackTimes(endpoint: string): Promise<StackTimes> {
  const client = new CloudFormationClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIALOCALBENCHMARKS0', secretAccessKey: 'local' },
  });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  return new Map(
    Stacks.map(({ StackName = '', LastUpdatedTime, CreationTime }) => [
      StackName,
      (LastUpdatedTime ?? CreationTime)?.getTime() ?? 0,
    ]),
  );
}

/** The stacks that were made or changed between two looks. */
export const changedStacks = (before: StackTimes, after: StackTimes): readonly string[] =>
  [...after]
    .filter(([name, time]) => before.get(name) !== time)
    .map(([name]) => name)
    .toSorted();
