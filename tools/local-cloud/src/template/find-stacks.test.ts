import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetFolders, findStacks } from './find-stacks.ts';

const target = { stage: 'local', region: 'us-east-1', accountId: '000000000000' };
let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'atlas-stacks-'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

function synthesize(
  project: string,
  change: { tags?: object; environment?: string; template?: string } = {},
) {
  const assembly = join(workspace, project, 'cdk.out');
  mkdirSync(assembly, { recursive: true });
  const artifact = {
    type: 'aws:cloudformation:stack',
    environment: change.environment ?? 'aws://000000000000/us-east-1',
    properties: {
      templateFile: 'a.json',
      stackName: `atlas-${project}`,
      tags: change.tags ?? { stage: 'local' },
    },
  };
  const artifacts = {
    assets: { type: 'cdk:asset-manifest' },
    tree: { type: 'cdk:tree', properties: {} },
    artifact,
  };
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ artifacts }));
  writeFileSync(
    join(assembly, 'a.json'),
    change.template ?? '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}',
  );
  return assembly;
}

describe('synthesized stacks', () => {
  it('are those of infrastructure and then of apps, in a fixed order', () => {
    synthesize('infra/platform');
    synthesize('apps/outreach/create-lead');
    synthesize('libs/constructs');
    const stacks = findStacks(workspace, target);
    expect(stacks.map(({ name }) => name)).toEqual([
      'atlas-infra/platform',
      'atlas-apps/outreach/create-lead',
    ]);
    expect(stacks[0]).toMatchObject({ tags: { stage: 'local' }, terminationProtection: false });
    expect(stacks[0]?.body).toContain('AWS::SQS::Queue');
  });

  it('must be there', () => {
    expect(() => findStacks(workspace, target)).toThrow('run `npx nx run-many -t build synth` first');
  });

  it.each<[string, object, string]>([
    [
      'another stage',
      { tags: { stage: 'prod' } },
      'is synthesized for stage prod, the local cloud runs local',
    ],
    ['no stage', { tags: {} }, 'is synthesized without a stage'],
    [
      'another account',
      { environment: 'aws://111111111111/us-east-1' },
      'is synthesized for aws://111111111111/us-east-1, not aws://000000000000/us-east-1',
    ],
  ])('for %s are refused, with the command that helps', (_what, change, message) => {
    synthesize('infra/platform', change);
    expect(() => findStacks(workspace, target)).toThrow(message);
    expect(() => findStacks(workspace, target)).toThrow('`ATLAS_STAGE=local npx nx run-many -t build synth`');
  });

  it.each([
    ['that is cut off', '{"Resources":', 'a.json: cannot be read as JSON'],
    ['without resources', '{}', 'a.json: '],
  ])('are refused with a template %s', (_what, template, message) => {
    synthesize('infra/platform', { template });
    expect(() => findStacks(workspace, target)).toThrow(message);
  });

  it('have their assets beside them', () => {
    const assembly = synthesize('infra/platform');
    mkdirSync(join(assembly, 'asset.abc'));
    expect([...assetFolders(assembly)]).toEqual([['abc.zip', join(assembly, 'asset.abc')]]);
  });
});
