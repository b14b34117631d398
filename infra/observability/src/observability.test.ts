import {
  exampleConfiguration,
  resourcesOf,
  synthesize,
  type Template,
} from '@atlas-engine/constructs/testing';
import { metricMeanings } from '@atlas-engine/domain';
import { alarmNames, atlasNames, type Stage, stages } from '@atlas-engine/resource-names';
import { ObservabilityStack } from './observability-stack.ts';

const templateOf = (stage: Stage): Template =>
  Object.values(
    synthesize(exampleConfiguration(stage), (app) => {
      new ObservabilityStack(app);
    }),
  )[0]!;
const template = templateOf('dev');
const names = atlasNames(exampleConfiguration('dev'));
const dashboard = resourcesOf(template, 'AWS::CloudWatch::Dashboard')[0]!.Properties;
const body = JSON.parse(dashboard['DashboardBody'] as string) as {
  widgets: { x: number; y: number; width: number; height: number; properties: Record<string, unknown> }[];
};

describe('the observability', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    const [found] = resourcesOf(stage === 'dev' ? template : templateOf(stage), 'AWS::CloudWatch::Dashboard');
    expect(found?.Properties['DashboardName']).toBe(`AtlasEngine-${stage}`);
  });

  it('shows every alarm first', () => {
    expect(body.widgets[0]?.properties['alarms']).toHaveLength(alarmNames.length);
    expect(alarmNames.length).toBeLessThanOrEqual(100);
  });

  it('shows widgets that do not overlap, within the 24 columns', () => {
    const cells = body.widgets.flatMap(({ x, y, width, height }) =>
      Array.from(
        { length: width * height },
        (_, cell) => `${x + (cell % width)},${y + Math.floor(cell / width)}`,
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { x, width } of body.widgets) expect(x + width).toBeLessThanOrEqual(24);
  });

  it('shows metrics that functions write, of this stage alone', () => {
    const rows = body.widgets.flatMap(({ properties }) => (properties['metrics'] ?? []) as string[][]);
    const own = rows.filter(([namespace]) => namespace === 'AtlasEngine');
    expect(own.length).toBeGreaterThan(20);
    for (const [, metric, dimension, value] of own) {
      expect(Object.keys(metricMeanings)).toContain(metric);
      expect([dimension, value]).toEqual(['stage', 'dev']);
    }
  });

  it('asks the logs of all functions', () => {
    const queries = resourcesOf(template, 'AWS::Logs::QueryDefinition').map(({ Properties }) => Properties);
    expect(queries).toHaveLength(5);
    for (const { LogGroupNames, Name } of queries) {
      expect(LogGroupNames).toEqual(Object.values(names.functions).map(({ logGroup }) => logGroup));
      expect(Name).toMatch(/^atlas-engine\/dev\//);
    }
  });

  it('tells operations before the month costs more than it may', () => {
    expect(resourcesOf(template, 'AWS::Budgets::Budget')[0]?.Properties).toMatchObject({
      Budget: {
        BudgetType: 'COST',
        BudgetLimit: { Amount: 100, Unit: 'USD' },
        CostFilters: { TagKeyValue: ['user:stage$dev'] },
      },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        {
          Notification: { NotificationType: 'FORECASTED', Threshold: 100 },
          Subscribers: [{ SubscriptionType: 'SNS', Address: names.topics.operations.arn }],
        },
      ],
    });
  });
});
