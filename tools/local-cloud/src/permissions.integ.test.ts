import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenariosOn } from './fixtures/permission-scenarios/index.ts';
import { until } from './fixtures/raw-calls.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';
import type { PermissionsExport } from './permissions/permissions-export.ts';
import type { PermissionsReport } from './permissions/permissions-report.ts';
import { unusedOnPurpose } from './permissions/unused-on-purpose.ts';
import { withoutAction } from './permissions/without-action.ts';

jest.setTimeout(580_000);

const state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
let cloud: SpawnedCloud | undefined;
afterAll(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});

const isExpected = ({ policy, action }: { readonly policy: string; readonly action: string }): boolean =>
  unusedOnPurpose.some((known) => known.policy.test(policy) && known.action.test(action));
const nobody = 'arn:aws:lambda:us-east-1:000000000000:function:nobody';

/** Plays everything that the system does, until no permission is unused any more, or nothing happens. */
async function play(): Promise<{ readonly report: PermissionsReport; readonly exported: PermissionsExport }> {
  cloud = await spawnCloud(state, '--speed', 'max');
  const { admin, ...scenarios } = scenariosOn(cloud.url);
  await scenarios.smoke((await admin('GET', 'status'))['functions'] as string[]);
  await scenarios.callLeads();
  await scenarios.disturb();
  await scenarios.breakCalls();
  await scenarios.repeatAndFail();
  await scenarios.sitAtDesk();
  await scenarios.talk();
  await scenarios.chatAsGuest();
  await scenarios.visit();
  const report = async () => (await admin('GET', 'permissions')) as unknown as PermissionsReport;
  await until('what is under way ends', async () => (await report()).unused.every(isExpected), 60_000).catch(
    () => undefined,
  );
  return {
    report: await report(),
    exported: (await admin('GET', 'permissions/export')) as unknown as PermissionsExport,
  };
}

describe('the synthesized policies', () => {
  it('allow what the system does, and nothing that it does not need', async () => {
    const { report, exported } = await play();
    expect(
      report.denials.filter(({ resource }) => resource !== nobody).map(({ message }) => message),
    ).toEqual([]);
    expect(
      report.unused.flatMap(({ policy, action, resource }) =>
        isExpected({ policy, action }) ? [] : [`${policy}: ${action} on ${resource}`],
      ),
    ).toEqual([]);
    // Every exception is one: it fits something that is unused.
    expect(
      unusedOnPurpose.filter(
        ({ policy, action }) =>
          !report.unused.some((grant) => policy.test(grant.policy) && action.test(grant.action)),
      ),
    ).toEqual([]);
    const removals = withoutAction(exported);
    expect(removals.length).toBeGreaterThan(60);
    expect(
      removals.flatMap(({ policy, action, denial }) =>
        denial?.includes(`is not authorized to perform: ${action} on resource: `) === true ||
        isExpected({ policy, action })
          ? []
          : [`${policy} without ${action}: ${denial ?? 'nothing is denied'}`],
      ),
    ).toEqual([]);
  });
});
