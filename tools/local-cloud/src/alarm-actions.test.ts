import { arrangeServices } from './fixtures/arrange-services.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

const topicArn = 'arn:aws:sns:us-east-1:000000000000:operations';
const alarm = {
  AlarmName: 'errors',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: [topicArn],
};
const fail = () => {
  const { metrics, clock } = world.services;
  metrics.put({
    namespace: 'AWS/Lambda',
    name: 'Errors',
    dimensions: {},
    value: 1,
    unit: 'Count',
    at: clock.now(),
  });
};

describe('an alarm that rings', () => {
  it('tells its topic', () => {
    world.services.sns.createTopic({ TopicName: 'operations' });
    world.services.metrics.alarms.put(alarm);
    fail();
    const [message] = world.services.sns.published(topicArn);
    expect(JSON.stringify(message)).toContain('NewStateValue');
  });

  it('whose topic is not there says so where a person can look', () => {
    world.services.metrics.alarms.put(alarm);
    fail();
    const lines = world.services.logs.events('/atlas/alarm-actions').map(({ message }) => message);
    expect(lines).toEqual([expect.stringContaining(`errors ${topicArn}: NotFound`)]);
  });
});
