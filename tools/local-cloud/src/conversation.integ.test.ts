import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { connectionTo } from './fixtures/clients.ts';
import { converse } from './fixtures/converse.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(300_000);

let state = '';
let cloud: SpawnedCloud | undefined;
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
  cloud = await spawnCloud(state);
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});

describe('a conversation with the bot', () => {
  it('ends in an execution of the workflow', async () => {
    const url = cloud?.url ?? '';
    const { intent } = await converse(url);
    expect(intent).toMatchObject({ name: 'RequestCall', state: 'Fulfilled' });
    const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:AtlasEngineWorkflow-local';
    const sfn = new SFNClient(connectionTo(url));
    const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions).toHaveLength(1);
  });
});
