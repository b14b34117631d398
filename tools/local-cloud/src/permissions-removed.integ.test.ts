import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { connectionTo } from './fixtures/clients.ts';
import { aLead, startExecution } from './fixtures/leads.ts';
import { until } from './fixtures/raw-calls.ts';
import { spawnWorkspace, type SpawnedCloud } from './fixtures/spawned-cloud.ts';
import { workspaceWithout } from './fixtures/workspace-without.ts';
import type { PermissionsReport } from './permissions/permissions-report.ts';

jest.setTimeout(300_000);

let folder = '';
let cloud: SpawnedCloud | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (action: string, project: string) => {
  const workspace = workspaceWithout(action, project, join(folder, 'workspace'));
  cloud = await spawnWorkspace(workspace, join(folder, 'state'));
  return { url: cloud.url, sfn: new SFNClient(connectionTo(cloud.url)), cloud };
};

describe('an action that is taken out of a policy', () => {
  it('of the workflow fails its task by the error of the service, which names role, action and function', async () => {
    const { sfn } = await start('lambda:InvokeFunction', 'infra/orchestration');
    const executionArn = await startExecution(sfn, aLead('lead-1', 0));
    await until('the execution ends', async () => {
      const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return status !== 'RUNNING';
    });
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true }),
    );
    const failed = events.find(({ type }) => type === 'TaskFailed')?.taskFailedEventDetails;
    expect(failed?.error).toBe('Lambda.AWSLambdaException');
    expect(failed?.cause).toBe(
      'User: arn:aws:sts::000000000000:assumed-role/StepFunctions-AtlasEngineWorkflow-role-local/states is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:000000000000:function:CreateLeadHandler-local:live because no identity-based policy allows the lambda:InvokeFunction action',
    );
  });

  it('of a function fails its call with AccessDeniedException', async () => {
    const { cloud, sfn, url } = await start(
      'connect:StartOutboundVoiceContact',
      'apps/outreach/initiate-call',
    );
    await startExecution(sfn, aLead('lead-1', 0));
    const logs = new CloudWatchLogsClient(connectionTo(url));
    const denied = async () => {
      const { denials } = (await cloud.admin('permissions')) as unknown as PermissionsReport;
      return denials.map(({ message }) => message);
    };
    await until('the call is denied', async () => (await denied()).length > 0);
    expect(await denied()).toEqual([
      expect.stringContaining(
        'assumed-role/InitiateCallHandler-role-local/InitiateCallHandler-local is not authorized to perform: connect:StartOutboundVoiceContact on resource: arn:aws:connect:',
      ),
    ]);
    await until('the log tells of it', async () => {
      const { events = [] } = await logs.send(
        new FilterLogEventsCommand({
          logGroupName: '/aws/lambda/InitiateCallHandler-local',
          filterPattern: 'AccessDeniedException',
        }),
      );
      return events.length > 0;
    });
    expect((await cloud.admin('contacts'))['contacts']).toEqual([]);
  });
});
