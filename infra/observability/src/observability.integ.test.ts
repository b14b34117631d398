import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesOf, type Template } from '@atlas-engine/constructs/testing';
import { atlasNames, configurationFromEnvironment } from '@atlas-engine/resource-names';

const workspace = join(process.cwd(), '../..');
const names = atlasNames(configurationFromEnvironment());
const templates = globSync('{apps/*/*,infra/*}/cdk.out/*.template.json', { cwd: workspace }).map(
  (file) => JSON.parse(readFileSync(join(workspace, file), 'utf8')) as Template,
);
const bundles = globSync('apps/*/*/cdk.out/asset.*/handler.mjs', { cwd: workspace }).map((file) =>
  readFileSync(join(workspace, file), 'utf8'),
);
const alarms = templates.flatMap((template) =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties),
);
const own = 'AtlasEngine';

/** Metrics of the functions' own that are looked at. */
const watched = (): string[] => {
  const bodies = templates
    .flatMap((template) => resourcesOf(template, 'AWS::CloudWatch::Dashboard'))
    .map(({ Properties }) => JSON.parse(Properties['DashboardBody'] as string) as { widgets: object[] });
  const rows = bodies
    .flatMap(({ widgets }) => widgets as { properties: { metrics?: unknown[][] } }[])
    .flatMap(({ properties }) => properties.metrics ?? []);
  const shown = rows.filter(([namespace]) => namespace === own).map(([, metric]) => String(metric));
  const alarmed = alarms
    .filter(({ Namespace }) => Namespace === own)
    .map(({ MetricName }) => String(MetricName));
  return [...new Set([...shown, ...alarmed])].sort();
};

describe('what is watched', () => {
  it.each(watched())('%s is written by a function as it is deployed', (metric) => {
    const literal = new RegExp(`["'\`]${metric}["'\`]`);
    expect(bundles.some((bundle) => literal.test(bundle))).toBe(true);
  });

  it('is every alarm that has a name, once', () => {
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(
      Object.values(names.alarms)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(alarms.map((alarm) => [alarm['AlarmName'], alarm] as const))(
    '%s tells operations what to do',
    (_name, { AlarmActions, AlarmDescription }) => {
      expect(AlarmActions).toEqual([names.topics.operations.arn]);
      expect(AlarmDescription).toMatch(/^.+[.:] .+\. Runbook: docs\/runbook\.md#[a-z]+$/);
    },
  );
});
