import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '@atlas-engine/local-cloud';
import { aTerminal } from '../fixtures/surroundings.ts';
import type { Result } from '../report/check.ts';
import { run } from '../run.ts';
import { validateOperation } from './validate-operation.ts';

const workspace = join(process.cwd(), '../..');

describe('npm run validate on the local stage', () => {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'operations-validate-'));
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud({ workspace, stateDirectory, port: 0 });
    const bootstrap = { Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '30' };
    cloud.services.ssm.putParameter(bootstrap);
  }, 60_000);
  afterAll(async () => {
    await cloud.close();
    rmSync(stateDirectory, { recursive: true });
  });

  const validate = async () => {
    const { surroundings, written } = aTerminal({ workspace, environment: { ATLAS_LOCAL_URL: cloud.url } });
    const status = await run(['validate', '--sign-in', '--json'], [validateOperation()], surroundings);
    const { checks } = JSON.parse(written[0] ?? '') as { checks: readonly Result[] };
    return { status, bad: checks.filter(({ state }) => state !== 'ok') };
  };

  it('finds everything in order', async () => {
    expect(await validate()).toEqual({ status: 0, bad: [] });
  }, 30_000);

  it('finds placeholders in the secret', async () => {
    const placeholders = { grantType: 'jwt-bearer', loginUrl: 'REPLACE_ME', clientId: 'REPLACE_ME' };
    cloud.services.secrets.putValue('SalesforceCreds-local', JSON.stringify(placeholders));
    const { status, bad } = await validate();
    expect(status).toBe(1);
    expect(bad.map(({ name, state }) => [name, state])).toEqual([
      ['Salesforce secret', 'failed'],
      ['Salesforce sign-in', 'failed'],
    ]);
    expect(bad[0]?.message).toContain('clientId is still the placeholder');
  }, 30_000);
});
