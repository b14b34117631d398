import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SFNClient } from '@aws-sdk/client-sfn';
import { connectionTo } from './fixtures/clients.ts';
import { aLead, startExecution, untilEnded } from './fixtures/leads.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(300_000);

const run = promisify(execFile);
/** Whether there is a CLI; says so when there is none, because the test then proves nothing. */
function hasCli(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(
      'The AWS CLI is not on the PATH: nothing is tested (Debian and Ubuntu: apt install awscli).',
    );
    return false;
  }
}

let state = '';
let cloud: SpawnedCloud | undefined;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});

const environment = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'AKIALOCALTEST0000000',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_PAGER: '',
};
const place = 'local-000000000000-us-east-1';

/** Each command of the CLI with what its answer must hold. */
const commands = (executionArn: string, contact: { id: string; instanceId: string }) =>
  [
    ['stepfunctions list-state-machines', 'AtlasEngineWorkflow-local'],
    [
      `stepfunctions list-executions --state-machine-arn ${executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '')}`,
      executionArn,
    ],
    [`stepfunctions get-execution-history --execution-arn ${executionArn}`, 'ExecutionSucceeded'],
    ['dynamodb scan --table-name AtlasEngineInteractions-local', 'REQ#lead-1'],
    ['sqs list-queues', 'AtlasEngineDialQueue-local'],
    ['s3 ls', `atlas-engine-recordings-${place}`],
    [`s3 ls --recursive s3://atlas-engine-recordings-${place}`, '.wav'],
    ['sns list-topics', 'SalesTeamNotifications-local'],
    ['secretsmanager list-secrets', 'SalesforceCreds-local'],
    ['logs filter-log-events --log-group-name /aws/lambda/CreateLeadHandler-local', 'REPORT RequestId'],
    ['sts get-caller-identity', '"Account": "000000000000"'],
    ['lambda list-functions', 'InitiateCallHandler-local'],
    ['events list-rules', 'ContactEventsRule-local'],
    ['transcribe list-transcription-jobs', '"COMPLETED"'],
    [
      `connect describe-contact --instance-id ${contact.instanceId} --contact-id ${contact.id}`,
      '"Channel": "VOICE"',
    ],
  ] as const;

describe('the AWS CLI', () => {
  it('shows what runs, unmodified, where it is installed', async () => {
    if (!hasCli()) return;
    cloud = await spawnCloud(state, '--speed', 'max');
    const sfn = new SFNClient(connectionTo(cloud.url));
    const executionArn = await startExecution(sfn, aLead('lead-1', 0));
    await untilEnded(sfn, [executionArn]);
    const { contacts } = (await cloud.admin('contacts')) as {
      contacts: { id: string; instanceId: string }[];
    };
    const missing: string[] = [];
    for (const [command, expected] of commands(executionArn, contacts[0]!)) {
      const args = ['--endpoint-url', cloud.url, ...command.split(' ')];
      const { stdout } = await run('aws', args, { env: environment, maxBuffer: 1e8 });
      if (!stdout.includes(expected)) missing.push(`${command}: ${stdout.slice(0, 500)}`);
    }
    expect(missing).toEqual([]);
  });
});
