import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetAliasCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { deployAssembly, deployEverything, workspace } from './fixtures/cdk.ts';
import { changedAssembly, type AssemblyChange } from './fixtures/changed-assembly.ts';
import { connectionTo } from './fixtures/clients.ts';
import { aLead, startExecution, untilEnded } from './fixtures/leads.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(600_000);

const functionName = 'CreateLeadHandler-local';
const stackName = 'atlas-local-create-lead';
let state = '';
let cloud: SpawnedCloud;
let first = '';

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'atlas-deployment-'));
  cloud = await spawnCloud(state, '--empty');
  first = (await deployEverything(cloud.url)).output;
});
afterAll(async () => {
  await cloud.kill();
  rmSync(state, { recursive: true, force: true });
});

const connection = () => connectionTo(cloud.url);
const stacks = async () => {
  const { Stacks = [] } = await new CloudFormationClient(connection()).send(new DescribeStacksCommand({}));
  return Stacks;
};
const stateOf = async (name: string) =>
  (await stacks()).find(({ StackName }) => StackName === name)?.StackStatus;
const countEvents = async (): Promise<Record<string, number>> => {
  const client = new CloudFormationClient(connection());
  const count = async (StackName = '') => {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
    return [StackName, StackEvents.length] as const;
  };
  return Object.fromEntries(await Promise.all((await stacks()).map((stack) => count(stack.StackName))));
};
const changedStacks = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = await countEvents();
  await work();
  const after = await countEvents();
  return Object.keys(after).filter((name) => after[name] !== before[name]);
};
const setSpeed = (speed: number | 'max') =>
  fetch(`${cloud.url}/_atlas/clock`, { method: 'PUT', body: JSON.stringify({ speed }) });
const liveVersion = async () => {
  const alias = new GetAliasCommand({ FunctionName: functionName, Name: 'live' });
  return (await new LambdaClient(connection()).send(alias)).FunctionVersion;
};
async function logHas(text: string): Promise<boolean> {
  const filter = { logGroupName: `/aws/lambda/${functionName}`, filterPattern: `"${text}"` };
  const { events = [] } = await new CloudWatchLogsClient(connection()).send(
    new FilterLogEventsCommand(filter),
  );
  return events.length > 0;
}
let copies = 0;
function deployChanged(change: AssemblyChange) {
  copies += 1;
  const folder = join(state, `changed-${copies}`);
  changedAssembly(join(workspace, 'apps/outreach/create-lead'), folder, change);
  return deployAssembly(folder, cloud.url);
}

describe('a deployment with the CDK', () => {
  it('makes everything from nothing by one command', async () => {
    expect(first).toContain('Successfully ran target deploy');
    const all = await stacks();
    expect(all.length).toBeGreaterThan(12);
    expect([...new Set(all.map(({ StackStatus }) => StackStatus))]).toEqual(['CREATE_COMPLETE']);
  });

  it('changes nothing the second time', async () => {
    let output = '';
    expect(await changedStacks(async () => (output = (await deployEverything(cloud.url)).output))).toEqual(
      [],
    );
    expect(output.match(/✅ .*\(no changes\)/g)?.length).toBe((await stacks()).length);
  });

  it('of one edited handler updates one stack; who comes then runs the new code, who waits goes on', async () => {
    const sfn = new SFNClient(connection());
    const waiting = await startExecution(sfn, aLead('waiting', 0));
    while (!(await logHas('REPORT'))) await new Promise((resolve) => setTimeout(resolve, 200));
    const deploy = () => deployChanged({ code: "console.log('edited by the test');" });
    expect(await changedStacks(deploy)).toEqual([stackName]);
    expect(await logHas('edited by the test')).toBe(false);
    const later = await startExecution(sfn, aLead('later', 0, '+1312555'));
    await setSpeed('max');
    const ended = await untilEnded(sfn, [waiting, later]);
    await setSpeed(1);
    expect(ended.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await logHas('edited by the test')).toBe(true);
  });

  it('of a version that fails is taken back by its alarm', async () => {
    const before = await liveVersion();
    const progress = { ended: false };
    const deployment = deployChanged({
      code: "throw new Error('planted failure');",
      template: (text) => text.replace('LambdaAllAtOnce', 'LambdaCanary10Percent5Minutes'),
    }).finally(() => (progress.ended = true));
    const lambda = new LambdaClient(connection());
    const call = new InvokeCommand({
      FunctionName: functionName,
      Qualifier: 'live',
      Payload: JSON.stringify({ atlas: 'smoke' }),
    });
    while (!progress.ended) await lambda.send(call);
    const { code, output } = await deployment;
    expect(code).not.toBe(0);
    expect(output).toContain(`Activated alarms: <CreateLeadHandler-NewVersionErrors-local>`);
    expect([await stateOf(stackName), await liveVersion()]).toEqual(['UPDATE_ROLLBACK_COMPLETE', before]);
  });

  it('of a wrong property is refused before anything changes', async () => {
    let output = '';
    const deploy = async () =>
      (output = (
        await deployChanged({
          template: (text) => text.replace('"Handler":', '"Colour": "red",\n"Handler":'),
        })
      ).output);
    expect(await changedStacks(deploy)).toEqual([]);
    expect(output).toContain('extraneous key [Colour] is not permitted');
  });

  it('goes away again but for what is to be retained', async () => {
    const s3 = new S3Client(connection());
    for (const Bucket of (await cloud.admin('status'))['buckets'] as string[]) {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
      for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    }
    const client = new CloudFormationClient(connection());
    const created = (await stacks()).toSorted((a, b) => Number(b.CreationTime) - Number(a.CreationTime));
    for (const { StackName } of created) await client.send(new DeleteStackCommand({ StackName }));
    expect(await stacks()).toEqual([]);
    expect(await cloud.admin('status')).toMatchObject({
      ...{ functions: [], queues: [], rules: [], topics: [] },
      tables: ['AtlasEngineInteractions-local', 'AtlasEngineTaskTokens-local'],
      buckets: ['cdk-hnb659fds-assets-000000000000-us-east-1'],
    });
  });
});
