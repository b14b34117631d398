import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { connectionTo } from './fixtures/clients.ts';
import { aLead, leads, startExecution, untilEnded } from './fixtures/leads.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(300_000);

let state = '';
let cloud: SpawnedCloud | undefined;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});
const start = async (...options: readonly string[]) => {
  cloud = await spawnCloud(state, '--speed', 'max', ...options);
  return { cloud, sfn: new SFNClient(connectionTo(cloud.url)) };
};

interface Contact {
  readonly clientToken: string;
  readonly attributes: { readonly callId: string; readonly requestId: string; readonly sequence: string };
}
const contactsOf = async (from: SpawnedCloud) =>
  (await from.admin('contacts'))['contacts'] as readonly Contact[];
const twice = (contacts: readonly Contact[]) => {
  const placements = contacts.map(({ attributes: { requestId, sequence } }) => `${requestId}/${sequence}`);
  const callIds = contacts.map(({ attributes }) => attributes.callId);
  return [placements, callIds].flatMap((ids) => ids.filter((id, index) => ids.indexOf(id) !== index));
};
/** The texts of all objects of a bucket, or their first bytes. */
async function objectsIn(s3: S3Client, Bucket: string): Promise<readonly Buffer[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const get = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };
  return await Promise.all(Contents.map(({ Key = '' }) => get(Key)));
}
async function logLines(url: string, logGroupName: string): Promise<string> {
  const client = new CloudWatchLogsClient(connectionTo(url));
  const lines: string[] = [];
  for await (const page of paginateFilterLogEvents({ client }, { logGroupName })) {
    lines.push(...(page.events ?? []).map(({ message = '' }) => message));
  }
  return lines.join('\n');
}

describe('the local cloud', () => {
  it('takes one lead through the whole loop', async () => {
    const { cloud: running, sfn } = await start();
    const lead = aLead('lead-1', 0);
    const executionArn = await startExecution(sfn, lead);
    const [execution] = await untilEnded(sfn, [executionArn]);
    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse(execution?.output ?? '')).toMatchObject({
      outcome: 'ANSWERED',
      disposition: 'INTERESTED',
    });

    const history = new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 });
    const { events = [] } = await sfn.send(history);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const entered = events.flatMap(({ stateEnteredEventDetails: details }) => details?.name ?? []).join(' ');
    expect(entered).toMatch(
      /^Begin CreateLead GenerateScenario (PlaceCall AfterCall WaitUntilNextAttempt )*PlaceCall AfterCall UpdateLead NotifySalesTeam Done$/,
    );
    const types = events.map(({ type }) => type);
    expect(types.slice(0, 8)).toEqual([
      ...['ExecutionStarted', 'ChoiceStateEntered', 'ChoiceStateExited'],
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited'],
    ]);
    const call = types.slice(types.indexOf('TaskSubmitted') - 3, types.indexOf('TaskSubmitted') + 3);
    expect(call).toEqual([
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded'],
      'TaskStateExited',
    ]);
    expect(types.at(-1)).toBe('ExecutionSucceeded');

    await expect(running.admin('salesforce/Lead')).resolves.toMatchObject({
      records: [{ Atlas_Request_Id__c: 'lead-1', Atlas_Outcome__c: 'ANSWERED', Atlas_Attempts__c: 1 }],
    });
    await expect(running.admin('salesforce/Task')).resolves.toMatchObject({
      records: [{ CallType: 'Outbound', CallDisposition: 'INTERESTED' }],
    });
    const s3 = new S3Client(connectionTo(running.url));
    const place = 'local-000000000000-us-east-1';
    const recordings = await objectsIn(s3, `atlas-engine-recordings-${place}`);
    expect(recordings.map((recording) => recording.toString('latin1', 0, 4))).toEqual(['RIFF']);
    const transcripts = await objectsIn(s3, `atlas-engine-transcripts-${place}`);
    expect(transcripts.some((text) => text.includes('"transcripts"'))).toBe(true);

    const { Metrics = [] } = await new CloudWatchClient(connectionTo(running.url)).send(
      new ListMetricsCommand({}),
    );
    expect(Metrics.length).toBeGreaterThan(0);
    const { functions } = (await running.admin('status')) as { functions: readonly string[] };
    const logs = await Promise.all(functions.map((name) => logLines(running.url, `/aws/lambda/${name}`)));
    expect(logs.join('\n')).toContain('lead-1');
    const { phone, firstName = '', lastName, email = '' } = lead.lead;
    for (const personal of [phone.slice(1), phone.slice(-7), firstName, lastName, email]) {
      expect(logs.filter((lines) => lines.includes(personal))).toEqual([]);
    }
    await expect(running.stop()).resolves.toBe(0);
  });

  it('goes on after its process was killed, and dials nobody twice', async () => {
    const first = await start();
    const arns = await Promise.all(leads(20).map((lead) => startExecution(first.sfn, lead)));
    while ((await contactsOf(first.cloud)).length < 6)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await first.cloud.kill();
    const second = await start();
    const executions = await untilEnded(second.sfn, arns);
    expect(executions.map(({ status }) => status)).toEqual(arns.map(() => 'SUCCEEDED'));
    const contacts = await contactsOf(second.cloud);
    expect(contacts.length).toBeGreaterThanOrEqual(20);
    expect(twice(contacts)).toEqual([]);
  });
});
