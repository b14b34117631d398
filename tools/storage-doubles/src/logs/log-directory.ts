import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { MetricPoint } from '../cloudwatch/metric-point.ts';
import { createNewest } from '../newest.ts';
import { embeddedMetrics } from './embedded-metrics.ts';
import type { LogEvent, LogGroup, LogStream } from './log-event.ts';
import { groupNotFound, invalidParameter } from './logs-error.ts';

/** What CloudWatch Logs are made of. */
export interface LogsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Gets the metrics of lines in the embedded metric format. */
  readonly onMetric?: (point: MetricPoint) => void;
  /** Lines kept over all groups; 50,000 by default. */
  readonly most?: number;
}

/** A group as callers name it. */
export interface GroupReference {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

/** Groups and streams, which outlive the process, and their lines, which do not. */
export interface LogDirectory {
  readonly groups: Collection<LogGroup>;
  /** @throws AwsError ResourceNotFoundException, or InvalidParameterException unless it names exactly one */
  group(reference: GroupReference): LogGroup;
  setGroup(name: string, retentionDays?: number): LogGroup;
  /** With its streams and lines. */
  removeGroup(name: string): void;
  streams(group: string): readonly LogStream[];
  stream(group: string, name: string): LogStream | undefined;
  addStream(group: string, name: string): void;
  removeStream(group: string, name: string): void;
  add(line: Omit<LogEvent, 'id'>): void;
  /** By time, and lines of one time in the order in which they came. */
  lines(group: string): readonly LogEvent[];
  arnOf(group: string): string;
  now(): number;
}

const inOrder = (a: LogEvent, b: LogEvent): number => a.at - b.at || (a.id < b.id ? -1 : 1);

const nameOf = ({ logGroupName, logGroupIdentifier }: GroupReference): string => {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined))
    throw invalidParameter('logGroupName and logGroupIdentifier: exactly one is required');
  const identifier = logGroupName ?? logGroupIdentifier ?? '';
  return identifier.split(':log-group:').at(-1)?.replace(/:\*$/, '') ?? '';
};

/** Opens the groups and streams of the store. */
export const createLogDirectory = (options: LogsOptions): LogDirectory => {
  const { clock, store, region, accountId, onMetric } = options;
  const groups = store.collection<LogGroup>('logs/groups');
  const streams = store.collection<LogStream>('logs/streams');
  const lines = createNewest<LogEvent>(options.most ?? 50_000);
  let counter = 0;

  const streamsOf = (group: string): LogStream[] =>
    [...streams.values()].filter((stream) => stream.group === group);
  const streamId = (group: string, name: string): string => `${group}:${name}`;

  return {
    groups,
    group: (reference) => {
      const group = groups.get(nameOf(reference));
      if (group === undefined) throw groupNotFound();
      return group;
    },
    setGroup: (name, retentionDays) => {
      const createdAt = groups.get(name)?.createdAt ?? clock.now();
      const group = { name, createdAt, ...(retentionDays !== undefined && { retentionDays }) };
      groups.set(name, group);
      return group;
    },
    removeGroup: (name) => {
      for (const stream of streamsOf(name)) streams.delete(streamId(name, stream.name));
      lines.keep((line) => line.group !== name);
      groups.delete(name);
    },
    streams: streamsOf,
    stream: (group, name) => streams.get(streamId(group, name)),
    addStream: (group, name) => streams.set(streamId(group, name), { group, name, createdAt: clock.now() }),
    removeStream: (group, name) => {
      lines.keep((line) => line.group !== group || line.stream !== name);
      streams.delete(streamId(group, name));
    },
    add: (line) => {
      counter += 1;
      lines.add({ ...line, id: String(counter).padStart(20, '0') });
      if (onMetric !== undefined) for (const point of embeddedMetrics(line.message)) onMetric(point);
    },
    lines: (group) =>
      lines
        .list()
        .filter((line) => line.group === group)
        .sort(inOrder),
    arnOf: (group) => `arn:aws:logs:${region}:${accountId}:log-group:${group}`,
    now: () => clock.now(),
  };
};
