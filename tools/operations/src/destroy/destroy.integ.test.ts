import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, GetTemplateCommand, UpdateStackCommand } from '@aws-sdk/client-cloudformation';
import { type LocalCloud, startLocalCloud } from '@atlas-engine/local-cloud';
import { atlasNames, siteNames, stageConfiguration } from '@atlas-engine/resource-names';
import { connectionOf } from '../aws/connection.ts';
import { aTerminal } from '../fixtures/surroundings.ts';
import { run } from '../run.ts';
import { destroyOperation } from './destroy-operation.ts';

const workspace = join(process.cwd(), '../..');
const configuration = stageConfiguration('local', {});
const names = atlasNames(configuration);

interface Secret {
  readonly Type: string;
  readonly Properties: object;
}

interface Report {
  readonly ok: boolean;
  readonly deleted: readonly string[];
  readonly failed: readonly object[];
  readonly kept: readonly { readonly id: string }[];
  readonly keptStacks: readonly string[];
}

describe('the local stage', () => {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'operations-destroy-'));
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud({ workspace, stateDirectory, port: 0 });
  }, 120_000);
  afterAll(async () => {
    await cloud.close();
    rmSync(stateDirectory, { recursive: true });
  });
  const environment = () => ({ ATLAS_LOCAL_URL: cloud.url });

  const destroy = async (...argv: readonly string[]) => {
    const { surroundings, written, notes } = aTerminal({ workspace, environment: environment() });
    const status = await run(['destroy', '--json', ...argv], [destroyOperation()], surroundings);
    return { status, notes, report: JSON.parse(written[0] ?? '{}') as Report };
  };

  it('keeps the secret that a person has put in, over a deployment of its stack', async () => {
    const name = names.secrets.salesforce.name;
    const mine = JSON.stringify({ grantType: 'jwt-bearer', clientId: 'mine' });
    cloud.services.secrets.putValue(name, mine);
    const client = new CloudFormationClient(connectionOf(configuration, environment()));
    const stack = { StackName: names.stackOf('foundation') };
    const { TemplateBody = '' } = await client.send(new GetTemplateCommand(stack));
    const template = JSON.parse(TemplateBody) as { Resources: Record<string, Secret> };
    const secret = Object.values(template.Resources).find(
      ({ Type }) => Type === 'AWS::SecretsManager::Secret',
    );
    Object.assign(secret?.Properties ?? {}, { Description: 'Another description.' });
    await client.send(
      new UpdateStackCommand({
        ...stack,
        TemplateBody: JSON.stringify(template),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      }),
    );
    expect(cloud.services.secrets.value(name)).toBe(mine);
  }, 30_000);

  it('is taken down but for what is to stay, and says what that is', async () => {
    cloud.services.s3.putObject({
      bucket: names.buckets.recordings.name,
      key: 'connect/call.wav',
      body: Buffer.from('RIFF'),
      requester: 'connect.amazonaws.com',
    });
    const { status, report, notes } = await destroy('--confirm', 'local');
    expect({ status, failed: report.failed }).toEqual({ status: 0, failed: [] });
    // Pages, and what only watches, go first, then what starts calls.
    const first = [names.stackOf('observability'), ...siteNames.map((site) => names.stackOf(site))];
    expect(report.deleted.slice(0, first.length).toSorted()).toEqual(first.toSorted());
    expect(report.deleted[first.length]).toBe(names.stackOf('orchestration'));
    expect(report.deleted.at(-1)).toBe(names.stackOf('foundation'));
    expect(report.kept.map(({ id }) => id)).toEqual(
      expect.arrayContaining([names.tables.interactions.name, names.tables.taskTokens.name]),
    );
    expect(notes.join('\n')).toContain(`1 objects of ${names.buckets.recordings.name} are gone`);

    expect(cloud.services.s3.buckets()).not.toContain(names.buckets.recordings.name);
    expect((await cloud.describe()).functions).toEqual([]);
    expect((await cloud.describe()).tables).toContain(names.tables.interactions.name);
  }, 60_000);

  it('has nothing left to delete then, and still says what stays', async () => {
    const { status, report } = await destroy('--confirm', 'local');
    expect(status).toBe(0);
    expect(report.deleted).toEqual([]);
    expect(report.kept.map(({ id }) => id)).toContain(names.tables.interactions.name);
  }, 30_000);
});
