import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '@atlas-engine/local-cloud';
import { functionNames } from '@atlas-engine/resource-names';
import { aTerminal } from '../fixtures/surroundings.ts';
import type { Result } from '../report/check.ts';
import { run } from '../run.ts';
import { smokeOperation } from './smoke-operation.ts';

const workspace = join(process.cwd(), '../..');

describe('npm run smoke on the local stage', () => {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'operations-smoke-'));
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud({ workspace, stateDirectory, port: 0 });
  }, 60_000);
  afterAll(async () => {
    await cloud.close();
    rmSync(stateDirectory, { recursive: true });
  });

  it('runs the bundles and the workflow, and leaves nothing behind', async () => {
    const { surroundings, written } = aTerminal({ workspace, environment: { ATLAS_LOCAL_URL: cloud.url } });
    const status = await run(['smoke', '--json'], [smokeOperation()], surroundings);
    const { checks } = JSON.parse(written[0] ?? '') as { checks: readonly Result[] };
    expect({ status, bad: checks.filter(({ state }) => state !== 'ok') }).toEqual({ status: 0, bad: [] });
    expect(checks).toHaveLength(2 + functionNames.length + 1);

    expect(cloud.services.connect.contacts()).toEqual([]);
    for (const object of ['Lead', 'Task']) {
      const response = await fetch(`${cloud.url}/_atlas/salesforce/${object}`);
      expect(await response.json()).toEqual({ records: [] });
    }
  }, 60_000);
});
