import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
  paginateListMetrics,
  type GetMetricStatisticsCommandInput,
  type MetricDatum,
} from '@aws-sdk/client-cloudwatch';
import { closeServers, createWorld, serve } from '../testing/local-cloud.ts';
import { createCloudWatch } from './cloudwatch.ts';

afterEach(closeServers);

const start = async () => {
  const world = createWorld();
  const cloudWatch = createCloudWatch(world);
  const { config } = await serve(world, cloudWatch.service);
  return { clock: world.clock, cloudWatch, client: new CloudWatchClient(config) };
};

const Namespace = 'Atlas';
const MetricName = 'CallsPlaced';
const put = (client: CloudWatchClient, ...MetricData: MetricDatum[]) =>
  client.send(new PutMetricDataCommand({ Namespace, MetricData }));

describe('PutMetricData', () => {
  it('keeps values with their units, dimensions and times', async () => {
    const { client, cloudWatch, clock } = await start();
    const Timestamp = new Date(clock.now() - 60_000);
    await put(
      client,
      { MetricName, Value: 2.5, Unit: 'Seconds', Timestamp, Dimensions: [{ Name: 'stage', Value: 'local' }] },
      { MetricName, Values: [1, 2], Counts: [3, 1] },
    );
    const common = { namespace: Namespace, name: MetricName };
    expect(cloudWatch.points(Namespace, MetricName)).toEqual([
      { ...common, dimensions: { stage: 'local' }, value: 2.5, unit: 'Seconds', at: Timestamp.getTime() },
      { ...common, dimensions: {}, value: 1, count: 3, unit: 'None', at: clock.now() },
      { ...common, dimensions: {}, value: 2, unit: 'None', at: clock.now() },
    ]);
  });

  it('takes 1,000 metrics in one request, zipped as the client sends them', async () => {
    const { client, cloudWatch } = await start();
    const many = Array.from({ length: 1000 }, (_, Value) => ({ MetricName, Value }));
    await put(client, ...many);
    expect(cloudWatch.points(Namespace, MetricName)).toHaveLength(1000);
    await expect(put(client, ...many, { MetricName, Value: 1 })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
  });

  it.each<[MetricDatum, string]>([
    [{ MetricName: '', Value: 1 }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 2 ** 361 }, 'InvalidParameterValueException'],
    [{ MetricName, Value: NaN }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 1, Unit: 'Calls' as 'None' }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 1, StorageResolution: 30 }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 1, Timestamp: new Date('2025-12-17T23:59:59Z') }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 1, Timestamp: new Date('2026-01-01T02:00:01Z') }, 'InvalidParameterValueException'],
    [
      {
        MetricName,
        Value: 1,
        Dimensions: Array.from({ length: 31 }, (_, n) => ({ Name: `d${n}`, Value: 'v' })),
      },
      'InvalidParameterValueException',
    ],
    [{ MetricName, Values: [1, 2], Counts: [1] }, 'InvalidParameterValueException'],
    [{ MetricName, Values: Array.from({ length: 151 }, () => 1) }, 'InvalidParameterValueException'],
    [{ MetricName, Value: 1, Values: [1] }, 'InvalidParameterCombinationException'],
    [{ MetricName }, 'MissingRequiredParameterException'],
    [
      { MetricName, StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 } },
      'UnknownOperationException',
    ],
  ])('refuses %#, and takes nothing of the request', async (datum, name) => {
    const { client, cloudWatch } = await start();
    await expect(put(client, { MetricName, Value: 1 }, datum)).rejects.toMatchObject({ name });
    expect(cloudWatch.points(Namespace, MetricName)).toEqual([]);
  });

  it('leaves the namespaces of AWS to AWS', async () => {
    const { client, cloudWatch, clock } = await start();
    const refused = client.send(
      new PutMetricDataCommand({ Namespace: 'AWS/Lambda', MetricData: [{ MetricName, Value: 1 }] }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      Code: 'InvalidParameterValue',
    });
    const point = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: {}, value: 1, unit: 'Count' };
    cloudWatch.put({ ...point, at: clock.now() });
    expect(cloudWatch.points('AWS/Lambda', 'Errors')).toHaveLength(1);
  });
});

describe('GetMetricStatistics', () => {
  const ask = async (
    client: CloudWatchClient,
    from: number,
    input: Partial<GetMetricStatisticsCommandInput> = {},
  ) => {
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName,
        StartTime: new Date(from),
        EndTime: new Date(from + 3_600_000),
        Period: 60,
        Statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'],
        ...input,
      }),
    );
    return Datapoints;
  };

  it('reckons over periods, each value as often as it occurred', async () => {
    const { client, clock } = await start();
    const from = clock.now();
    await put(client, { MetricName, Values: [1, 4], Counts: [2, 1] });
    await clock.advanceBy(60_000);
    await put(client, { MetricName, Value: 10 });
    expect(await ask(client, from)).toEqual([
      { Timestamp: new Date(from), Unit: 'None', Sum: 6, Average: 2, Minimum: 1, Maximum: 4, SampleCount: 3 },
      {
        Timestamp: new Date(from + 60_000),
        Unit: 'None',
        Sum: 10,
        Average: 10,
        Minimum: 10,
        Maximum: 10,
        SampleCount: 1,
      },
    ]);
  });

  it('tells metrics apart by all of their dimensions and units, and leaves the end out', async () => {
    const { client, clock } = await start();
    const from = clock.now();
    const dimension = (Name: string) => ({ Name, Value: 'v' });
    await put(
      client,
      { MetricName, Value: 1 },
      { MetricName, Value: 2, Dimensions: [dimension('a')] },
      { MetricName, Value: 4, Dimensions: [dimension('a'), dimension('b')] },
      { MetricName, Value: 8, Dimensions: [dimension('b'), dimension('a')], Unit: 'Count' },
      { MetricName, Value: 16, Dimensions: [dimension('a')], Timestamp: new Date(from + 3_600_000) },
    );
    const sums = async (input: Partial<GetMetricStatisticsCommandInput>) =>
      (await ask(client, from, { ...input, Statistics: ['Sum'] })).map(({ Sum }) => Sum);
    expect(await sums({})).toEqual([1]);
    expect(await sums({ Dimensions: [dimension('a')] })).toEqual([2]);
    expect(await sums({ Dimensions: [dimension('b'), dimension('a')] })).toEqual([4, 8]);
    expect(await sums({ Dimensions: [dimension('a'), dimension('b')], Unit: 'Count' })).toEqual([8]);
  });

  it.each<[Partial<GetMetricStatisticsCommandInput>, string]>([
    [{ Period: 61 }, 'InvalidParameterValueException'],
    [{ StartTime: new Date('2027-01-01T00:00:00Z') }, 'InvalidParameterValueException'],
    [{ StartTime: new Date('2025-12-30T00:00:00Z') }, 'InvalidParameterCombinationException'],
    [{ Statistics: undefined, ExtendedStatistics: ['p99'] }, 'UnknownOperationException'],
    [{ Statistics: [] }, 'InvalidParameterValueException'],
  ])('refuses %j', async (input, name) => {
    const { client, clock } = await start();
    await expect(ask(client, clock.now(), input)).rejects.toMatchObject({ name });
  });
});

describe('ListMetrics', () => {
  it('lists each metric once, by what is asked for, page by page', async () => {
    const { client, cloudWatch, clock } = await start();
    for (let index = 0; index < 501; index += 1) {
      const dimensions = { call: `c${String(index).padStart(3, '0')}` };
      for (const value of [1, 2])
        cloudWatch.put({ namespace: Namespace, name: 'N', dimensions, value, unit: 'None', at: clock.now() });
    }
    await put(client, { MetricName, Value: 1, Dimensions: [{ Name: 'stage', Value: 'local' }] });
    const list = async (input: object) => (await client.send(new ListMetricsCommand(input))).Metrics;
    const metric = { Namespace, MetricName, Dimensions: [{ Name: 'stage', Value: 'local' }] };
    expect(await list({ MetricName })).toEqual([metric]);
    expect(await list({ Dimensions: [{ Name: 'stage' }] })).toEqual([metric]);
    expect(await list({ Dimensions: [{ Name: 'stage', Value: 'prod' }] })).toEqual([]);
    const sizes: unknown[] = [];
    for await (const { Metrics } of paginateListMetrics({ client }, { Namespace }))
      sizes.push(Metrics?.length);
    expect(sizes).toEqual([500, 2]);
    await expect(list({ NextToken: 'abc' })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
  });
});

describe('CloudWatch', () => {
  it('refuses other operations by name', async () => {
    const { client, clock } = await start();
    const at = new Date(clock.now());
    await expect(
      client.send(new GetMetricDataCommand({ StartTime: at, EndTime: at, MetricDataQueries: [] })),
    ).rejects.toMatchObject({ message: expect.stringContaining('GetMetricData') });
  });

  it('keeps the newest 100,000 points', async () => {
    const { cloudWatch } = await start();
    for (let at = 0; at < 115_000; at += 1)
      cloudWatch.put({ namespace: Namespace, name: MetricName, dimensions: {}, value: 1, unit: 'None', at });
    const points = cloudWatch.points(Namespace, MetricName);
    expect(points.length).toBeGreaterThanOrEqual(100_000);
    expect(points.length).toBeLessThanOrEqual(110_000);
    expect(points.at(-1)?.at).toBe(114_999);
  });
});
