import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { LogDirectory } from './log-directory.ts';
import type { LogEvent, LogStream } from './log-event.ts';
import { groupMember, groupReference, streamName, token } from './log-members.ts';
import { alreadyExists, invalidLogsToken, logsInputErrors, streamNotFound } from './logs-error.ts';

const streamSchema = z.strictObject({ ...groupMember, logStreamName: streamName });
const describeSchema = z.strictObject({
  ...groupReference,
  logStreamNamePrefix: streamName.optional(),
  orderBy: z.literal('LogStreamName').optional(),
  descending: z.literal(false).optional(),
  limit: z.int().min(1).max(50).default(50),
  nextToken: token,
});

/** A stream with the times of its first and last line, where it has any. */
const viewOf = (logs: LogDirectory, { group, name, createdAt }: LogStream, lines: readonly LogEvent[]) => {
  const last = lines.at(-1);
  return {
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: lines[0]?.at,
    lastEventTimestamp: last?.at,
    lastIngestionTime: last && (last.ingestedAt ?? last.at),
    arn: `${logs.arnOf(group)}:log-stream:${name}`,
    storedBytes: 0,
  };
};

/** Operations on log streams. */
export const streamOperations = (logs: LogDirectory): Readonly<Record<string, Operation>> => ({
  CreateLogStream: (input) => {
    const { logGroupName, logStreamName } = parseInput(streamSchema, input, logsInputErrors);
    const group = logs.group({ logGroupName });
    if (logs.stream(group.name, logStreamName) !== undefined) throw alreadyExists('stream');
    logs.addStream(group.name, logStreamName);
    return {};
  },
  DeleteLogStream: (input) => {
    const { logGroupName, logStreamName } = parseInput(streamSchema, input, logsInputErrors);
    const group = logs.group({ logGroupName });
    if (logs.stream(group.name, logStreamName) === undefined) throw streamNotFound();
    logs.removeStream(group.name, logStreamName);
    return {};
  },
  DescribeLogStreams: (input) => {
    const asked = parseInput(describeSchema, input, logsInputErrors);
    const { name: group } = logs.group(asked);
    const prefix = asked.logStreamNamePrefix ?? '';
    const page = pageByName(
      logs.streams(group).filter(({ name }) => name.startsWith(prefix)),
      {
        nameOf: ({ name }) => name,
        most: asked.limit,
        token: asked.nextToken,
        invalidToken: invalidLogsToken,
      },
    );
    const lines = Map.groupBy(logs.lines(group), ({ stream }) => stream);
    return {
      logStreams: page.items.map((stream) => viewOf(logs, stream, lines.get(stream.name) ?? [])),
      nextToken: page.nextToken,
    };
  },
});
