import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  StartQueryCommand,
  paginateDescribeLogGroups,
  paginateDescribeLogStreams,
  paginateFilterLogEvents,
  paginateGetLogEvents,
  type FilterLogEventsCommandInput,
  type GetLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import type { MetricPoint } from '../cloudwatch/metric-point.ts';
import { closeServers, createWorld, place, serve, type TestWorld } from '../testing/local-cloud.ts';
import { refusalOf } from '../testing/refusal.ts';
import { createCloudWatchLogs } from './cloudwatch-logs.ts';

afterEach(closeServers);

const logGroupName = '/aws/lambda/atlas-create-lead';
const logStreamName = '2026/01/01/[$LATEST]0';
const hour = 60 * 60_000;

const start = async (world: TestWorld = createWorld(), most?: number) => {
  const metrics: MetricPoint[] = [];
  const logs = createCloudWatchLogs({
    ...world,
    ...place,
    onMetric: (point) => metrics.push(point),
    ...(most !== undefined && { most }),
  });
  const { config } = await serve(world, logs.service);
  return { clock: world.clock, world, logs, metrics, client: new CloudWatchLogsClient(config) };
};
type Client = CloudWatchLogsClient;

const withStream = async () => {
  const started = await start();
  await started.client.send(new CreateLogGroupCommand({ logGroupName }));
  await started.client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  return started;
};
const put = (client: Client, ...logEvents: { timestamp: number; message: string }[]) =>
  client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));

describe('a log group', () => {
  it('is made, described and removed', async () => {
    const { client, clock } = await start();
    await client.send(new CreateLogGroupCommand({ logGroupName, logGroupClass: 'STANDARD' }));
    await expect(client.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
    await client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 14 }));
    const described = async () =>
      (await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/' }))).logGroups;
    const arn = `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`;
    expect(await described()).toMatchObject([
      { logGroupName, creationTime: clock.now(), retentionInDays: 14, arn: `${arn}:*`, logGroupArn: arn },
    ]);
    await client.send(new DeleteRetentionPolicyCommand({ logGroupName }));
    expect((await described())?.[0]?.retentionInDays).toBeUndefined();
    await client.send(new DeleteLogGroupCommand({ logGroupName }));
    expect(await described()).toEqual([]);
    const notFound = { name: 'ResourceNotFoundException' };
    await expect(client.send(new DeleteLogGroupCommand({ logGroupName }))).rejects.toMatchObject(notFound);
    await expect(
      client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 })),
    ).rejects.toMatchObject(notFound);
  });

  it('takes its lines with it', async () => {
    const { client, logs } = await start();
    logs.append(logGroupName, 's', 'old');
    logs.append('other', 's', 'kept');
    await client.send(new DeleteLogGroupCommand({ logGroupName }));
    logs.createGroup(logGroupName);
    expect([logs.events(logGroupName).length, logs.events('other').length]).toEqual([0, 1]);
    const { logStreams } = await client.send(new DescribeLogStreamsCommand({ logGroupName }));
    expect(logStreams).toEqual([]);
  });

  it('is described in pages, by prefix or pattern', async () => {
    const { client, logs } = await start();
    for (const name of ['/b/One', '/a/one', '/a/two']) logs.createGroup(name);
    const names = async (input: object) => {
      const pages: unknown[] = [];
      for await (const page of paginateDescribeLogGroups({ client, pageSize: 2 }, input))
        pages.push(page.logGroups?.map((group) => group.logGroupName));
      return pages;
    };
    expect(await names({})).toEqual([['/a/one', '/a/two'], ['/b/One']]);
    expect(await names({ logGroupNamePrefix: '/a' })).toEqual([['/a/one', '/a/two']]);
    expect(await names({ logGroupNamePattern: 'one' })).toEqual([['/a/one', '/b/One']]);
    await expect(names({ logGroupNamePattern: 'a', logGroupNamePrefix: 'a' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(client.send(new DescribeLogGroupsCommand({ nextToken: 'abc' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('is refused with a bad name, retention or class', async () => {
    const { client, logs } = await start();
    const invalid = { name: 'InvalidParameterException' };
    await expect(
      client.send(new CreateLogGroupCommand({ logGroupName: 'with space' })),
    ).rejects.toMatchObject(invalid);
    await expect(
      client.send(new CreateLogGroupCommand({ logGroupName, logGroupClass: 'INFREQUENT_ACCESS' })),
    ).rejects.toMatchObject(invalid);
    await expect(
      client.send(new CreateLogGroupCommand({ logGroupName, kmsKeyId: 'key' })),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
    logs.createGroup(logGroupName);
    await expect(
      client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 2 })),
    ).rejects.toMatchObject(invalid);
    expect(refusalOf(() => logs.createGroup(logGroupName, 2))).toBe('InvalidParameterException');
  });

  it('is made once by a template, with the retention that it asks for last', async () => {
    const { client, logs } = await start();
    expect(logs.createGroup('g', 30)).toEqual({
      name: 'g',
      arn: 'arn:aws:logs:us-east-1:000000000000:log-group:g',
    });
    logs.createGroup('g', 60);
    const { logGroups } = await client.send(new DescribeLogGroupsCommand({}));
    expect(logGroups?.map((group) => group.retentionInDays)).toEqual([60]);
    logs.deleteGroup('g');
    logs.deleteGroup('g');
    expect((await client.send(new DescribeLogGroupsCommand({}))).logGroups).toEqual([]);
  });
});

describe('a log stream', () => {
  it('is made, described with the times of its lines, and removed', async () => {
    const { client, clock, logs } = await withStream();
    await expect(
      client.send(new CreateLogStreamCommand({ logGroupName, logStreamName })),
    ).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
    await put(
      client,
      { timestamp: clock.now() - 5, message: 'a' },
      { timestamp: clock.now() - 1, message: 'b' },
    );
    await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 'empty' }));
    const pages: unknown[] = [];
    for await (const page of paginateDescribeLogStreams({ client, pageSize: 1 }, { logGroupName }))
      pages.push(...(page.logStreams ?? []));
    expect(pages).toMatchObject([
      {
        logStreamName,
        creationTime: clock.now(),
        firstEventTimestamp: clock.now() - 5,
        lastEventTimestamp: clock.now() - 1,
        lastIngestionTime: clock.now(),
      },
      { logStreamName: 'empty' },
    ]);
    await client.send(new DeleteLogStreamCommand({ logGroupName, logStreamName }));
    expect(logs.events(logGroupName)).toEqual([]);
    await expect(
      client.send(new DeleteLogStreamCommand({ logGroupName, logStreamName })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('needs its group, and a good name', async () => {
    const { client, logs } = await start();
    const create = (name: string) =>
      client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: name }));
    await expect(create('s')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    logs.createGroup(logGroupName);
    await expect(create('a:b')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      client.send(new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('PutLogEvents', () => {
  it('keeps lines with their own times', async () => {
    const { client, clock, logs } = await withStream();
    const timestamp = clock.now() - hour;
    expect(await put(client, { timestamp, message: 'hello' })).not.toHaveProperty('rejectedLogEventsInfo');
    expect(logs.events(logGroupName)).toMatchObject([
      { group: logGroupName, stream: logStreamName, at: timestamp, message: 'hello' },
    ]);
  });

  it('needs a group and a stream that are there', async () => {
    const { client, clock, logs } = await start();
    const notFound = { name: 'ResourceNotFoundException' };
    await expect(put(client, { timestamp: clock.now(), message: 'x' })).rejects.toMatchObject(notFound);
    logs.createGroup(logGroupName);
    await expect(put(client, { timestamp: clock.now(), message: 'x' })).rejects.toMatchObject(notFound);
  });

  it('leaves out what is too old, expired or too new, and says so', async () => {
    const { client, clock, logs } = await withStream();
    const now = clock.now();
    const at = (timestamp: number) => ({ timestamp, message: String(timestamp - now) });
    const old = await put(
      client,
      at(now - 14 * 24 * hour - 2),
      at(now - 14 * 24 * hour - 1),
      at(now - 13.9 * 24 * hour),
    );
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 2 });
    const fresh = await put(client, at(now), at(now + 2 * hour), at(now + 2 * hour + 1));
    expect(fresh.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 2 });
    await client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }));
    const expired = await put(client, at(now - 24 * hour - 1), at(now - 24 * hour));
    expect(expired.rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
    expect(logs.events(logGroupName)).toHaveLength(4);
  });

  it('refuses a batch that is out of order, too long or too large', async () => {
    const { client, clock } = await withStream();
    const now = clock.now();
    const invalid = { name: 'InvalidParameterException' };
    await expect(
      put(client, { timestamp: now, message: 'b' }, { timestamp: now - 1, message: 'a' }),
    ).rejects.toMatchObject(invalid);
    await expect(
      put(client, { timestamp: now - 24 * hour - 1, message: 'a' }, { timestamp: now, message: 'b' }),
    ).rejects.toMatchObject(invalid);
    const largest = 1_048_576 - 26;
    await expect(put(client, { timestamp: now, message: 'x'.repeat(largest + 1) })).rejects.toMatchObject(
      invalid,
    );
    await expect(put(client, { timestamp: now, message: 'x'.repeat(largest) })).resolves.toBeDefined();
    await expect(
      put(client, ...Array.from({ length: 10_001 }, () => ({ timestamp: now, message: 'x' }))),
    ).rejects.toMatchObject(invalid);
    await expect(put(client, { timestamp: now, message: '' })).rejects.toMatchObject(invalid);
    await expect(put(client)).rejects.toMatchObject(invalid);
  });
});

describe('GetLogEvents', () => {
  const messages = async (client: Client, input: Partial<GetLogEventsCommandInput> = {}) =>
    (await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...input }))).events?.map(
      ({ message }) => message,
    );
  const filled = async () => {
    const started = await withStream();
    const now = started.clock.now();
    await put(started.client, ...[1, 2, 3, 4, 5].map((n) => ({ timestamp: now + n, message: String(n) })));
    return { ...started, now };
  };

  it('gives the lines of one stream by time', async () => {
    const { client, logs, clock } = await filled();
    logs.append(logGroupName, 'another', 'x');
    await put(client, { timestamp: clock.now(), message: 'late, but earlier' });
    expect(await messages(client)).toEqual(['late, but earlier', '1', '2', '3', '4', '5']);
    const [event] =
      (await client.send(new GetLogEventsCommand({ logGroupName, logStreamName }))).events ?? [];
    expect(event).toEqual({
      timestamp: clock.now(),
      ingestionTime: clock.now(),
      message: 'late, but earlier',
    });
  });

  it('takes the start in and the end out', async () => {
    const { client, now } = await filled();
    expect(await messages(client, { startTime: now + 2, endTime: now + 4 })).toEqual(['2', '3']);
  });

  it('goes forwards and backwards, and stands still at the end', async () => {
    const { client } = await filled();
    const forwards: unknown[] = [];
    for await (const page of paginateGetLogEvents(
      { client, pageSize: 2, stopOnSameToken: true },
      { logGroupName, logStreamName, startFromHead: true },
    ))
      forwards.push(page.events?.map(({ message }) => message));
    expect(forwards).toEqual([['1', '2'], ['3', '4'], ['5'], []]);
    const read = (input: Partial<GetLogEventsCommandInput>) =>
      client.send(new GetLogEventsCommand({ logGroupName, logStreamName, limit: 2, ...input }));
    const last = await read({});
    expect(last.events?.map(({ message }) => message)).toEqual(['4', '5']);
    const before = await read({ nextToken: last.nextBackwardToken });
    expect(before.events?.map(({ message }) => message)).toEqual(['2', '3']);
    const first = await read({ nextToken: before.nextBackwardToken });
    expect(first.events?.map(({ message }) => message)).toEqual(['1']);
    const nothing = await read({ nextToken: first.nextBackwardToken });
    expect([nothing.events, nothing.nextBackwardToken]).toEqual([[], first.nextBackwardToken]);
  });

  it('finds lines that come after an empty page', async () => {
    const { client, clock } = await withStream();
    const page = await client.send(
      new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true }),
    );
    expect(page.events).toEqual([]);
    await put(client, { timestamp: clock.now(), message: 'new' });
    expect(await messages(client, { nextToken: page.nextForwardToken })).toEqual(['new']);
  });

  it('is refused for what is not there, and for a bad token', async () => {
    const { client, logs } = await filled();
    await expect(messages(client, { logStreamName: 'none' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(messages(client, { logGroupName: 'none' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(messages(client, { nextToken: 'abc' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(messages(client, { logGroupName: undefined })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const { arn } = logs.createGroup(logGroupName);
    expect(await messages(client, { logGroupName: undefined, logGroupIdentifier: `${arn}:*` })).toHaveLength(
      5,
    );
  });
});

describe('FilterLogEvents', () => {
  const filter = async (client: Client, input: Partial<FilterLogEventsCommandInput> = {}) =>
    (await client.send(new FilterLogEventsCommand({ logGroupName, ...input }))).events?.map(
      ({ message }) => message,
    );
  const filled = async () => {
    const started = await start();
    const { logs, clock } = started;
    const begin = clock.now();
    for (const [stream, message] of [
      ['a/1', '{"level":"INFO","n":1}'],
      ['a/2', '{"level":"ERROR","n":2}'],
      ['b/1', 'plain ERROR'],
      ['b/1', 'plain'],
    ] as const) {
      logs.append(logGroupName, stream, message);
      await clock.advanceBy(1000);
    }
    return { ...started, begin };
  };

  it('gives the lines of all streams with where they are from', async () => {
    const { client, begin } = await filled();
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName, limit: 1 }));
    expect(events).toEqual([
      {
        logStreamName: 'a/1',
        timestamp: begin,
        ingestionTime: begin,
        message: '{"level":"INFO","n":1}',
        eventId: expect.stringMatching(/^\d+$/),
      },
    ]);
  });

  it('gives what fits the pattern, the streams and the span, whose end is in it', async () => {
    const { client, begin } = await filled();
    expect(await filter(client, { filterPattern: 'ERROR' })).toHaveLength(2);
    expect(await filter(client, { filterPattern: '{ $.n > 1 }' })).toHaveLength(1);
    expect(await filter(client, { logStreamNames: ['a/1', 'a/2'] })).toHaveLength(2);
    expect(await filter(client, { logStreamNamePrefix: 'b' })).toHaveLength(2);
    expect(await filter(client, { startTime: begin + 1000, endTime: begin + 2000 })).toHaveLength(2);
    expect(await filter(client, { filterPattern: 'nothing' })).toEqual([]);
  });

  it('goes through all lines page by page', async () => {
    const { client } = await filled();
    const found: unknown[] = [];
    for await (const { events } of paginateFilterLogEvents(
      { client, pageSize: 1 },
      { logGroupName, filterPattern: 'ERROR' },
    ))
      found.push(events?.length);
    expect(found).toEqual([1, 1]);
  });

  it('is refused for what is not there, and what does not go together', async () => {
    const { client } = await filled();
    await expect(filter(client, { logGroupName: 'none' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const invalid = { name: 'InvalidParameterException' };
    await expect(filter(client, { filterPattern: '%x%' })).rejects.toMatchObject(invalid);
    await expect(filter(client, { nextToken: 'abc' })).rejects.toMatchObject(invalid);
    await expect(filter(client, { limit: 10_001 })).rejects.toMatchObject(invalid);
    await expect(filter(client, { logStreamNames: ['a/1'], logStreamNamePrefix: 'a' })).rejects.toMatchObject(
      invalid,
    );
  });
});

describe('lines of a service', () => {
  it('make their group and stream', async () => {
    const { client, logs } = await start();
    logs.append(logGroupName, logStreamName, 'hello');
    const { events } = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName }));
    expect(events?.map(({ message }) => message)).toEqual(['hello']);
  });

  it('are kept up to a number', async () => {
    const { logs } = await start(createWorld(), 100);
    for (let index = 0; index < 1000; index += 1) logs.append('g', 's', String(index));
    const lines = logs.events('g');
    expect(lines.length).toBeGreaterThanOrEqual(100);
    expect(lines.length).toBeLessThanOrEqual(110);
    expect(lines.at(-1)?.message).toBe('999');
  });

  it('give the metrics that are embedded in them', async () => {
    const { logs, metrics } = await start();
    const metric = (extra: object) =>
      JSON.stringify({
        _aws: {
          Timestamp: 1_767_225_600_000,
          CloudWatchMetrics: [
            {
              Namespace: 'Atlas',
              Dimensions: [['service'], ['service', 'stage']],
              Metrics: [{ Name: 'Calls', Unit: 'Count' }, { Name: 'Latency' }],
            },
          ],
        },
        service: 'create-lead',
        Calls: 1,
        ...extra,
      });
    logs.append('g', 's', metric({ Latency: [5, 6], stage: 'local' }));
    const point = { namespace: 'Atlas', at: 1_767_225_600_000 };
    const calls = { ...point, name: 'Calls', value: 1, unit: 'Count' };
    const latency = { ...point, name: 'Latency', unit: 'None' };
    const [one, two] = [{ service: 'create-lead' }, { service: 'create-lead', stage: 'local' }];
    expect(metrics).toEqual([
      { ...calls, dimensions: one },
      { ...latency, value: 5, dimensions: one },
      { ...latency, value: 6, dimensions: one },
      { ...calls, dimensions: two },
      { ...latency, value: 5, dimensions: two },
      { ...latency, value: 6, dimensions: two },
    ]);
    metrics.length = 0;
    logs.append('g', 's', `2026-01-01T00:00:00Z INFO ${metric({ Latency: 'slow' })}`);
    expect(metrics).toEqual([{ ...calls, dimensions: one }]);
  });

  it('that are no such metrics are lines and nothing else', async () => {
    const { logs, metrics } = await start();
    for (const line of ['plain', '{"_aws":1}', '{"_aws"', '{"_aws":{"Timestamp":1}}'])
      logs.append('g', 's', line);
    expect([logs.events('g').length, metrics]).toEqual([4, []]);
  });
});

describe('after a restart', () => {
  it('groups and streams are there, lines are not', async () => {
    const { client, clock, world } = await withStream();
    await put(client, { timestamp: clock.now(), message: 'x' });
    const again = await start(world);
    expect(again.logs.events(logGroupName)).toEqual([]);
    await expect(put(again.client, { timestamp: clock.now(), message: 'y' })).resolves.toBeDefined();
    expect(again.logs.events(logGroupName)).toHaveLength(1);
  });
});

describe('CloudWatch Logs', () => {
  it('refuses other operations by name', async () => {
    const { client } = await start();
    await expect(
      client.send(new StartQueryCommand({ startTime: 0, endTime: 1, queryString: 'fields @message' })),
    ).rejects.toMatchObject({ message: expect.stringContaining('StartQuery') });
  });
});
