import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { LogDirectory } from './log-directory.ts';
import { groupMember, streamName } from './log-members.ts';
import { invalidParameter, logsInputErrors, streamNotFound } from './logs-error.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
/** API reference, PutLogEvents. */
const limits = { batchBytes: 1_048_576, overheadBytes: 26, past: 14 * day, future: 2 * hour, span: day };

const eventSchema = z.strictObject({ timestamp: z.int().min(0), message: z.string().min(1) });
const schema = z.strictObject({
  ...groupMember,
  logStreamName: streamName,
  logEvents: z.array(eventSchema).min(1).max(10_000),
  // Has had no meaning since 2023.
  sequenceToken: z.string().optional(),
});

type NewEvent = z.infer<typeof eventSchema>;

const checkBatch = (events: readonly NewEvent[]): void => {
  const bytes = events.reduce(
    (sum, { message }) => sum + Buffer.byteLength(message) + limits.overheadBytes,
    0,
  );
  if (bytes > limits.batchBytes)
    throw invalidParameter(
      `logEvents: Upload too large: ${bytes} bytes exceeds limit of ${limits.batchBytes}, ${limits.overheadBytes} bytes for each event included`,
    );
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0)))
    throw invalidParameter(
      'logEvents: Log events in a single PutLogEvents request must be in chronological order.',
    );
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > limits.span)
    throw invalidParameter(
      'logEvents: The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
};

/** Which events are not taken because of their time; indexes as the answer tells them. */
const rejected = (events: readonly NewEvent[], now: number, retention: number) => {
  const expired = events.findLastIndex(({ timestamp }) => timestamp < now - retention);
  const old = events.findLastIndex(({ timestamp }) => timestamp < now - limits.past);
  const fresh = events.findIndex(({ timestamp }) => timestamp > now + limits.future);
  return {
    ...(expired >= 0 && { expiredLogEventEndIndex: expired + 1 }),
    ...(old >= 0 && { tooOldLogEventEndIndex: old + 1 }),
    ...(fresh >= 0 && { tooNewLogEventStartIndex: fresh }),
  };
};

/** The operation that writes lines; their times are judged by the simulated clock. */
export const putLogEvents =
  (logs: LogDirectory): Operation =>
  (input) => {
    const { logGroupName, logStreamName, logEvents } = parseInput(schema, input, logsInputErrors);
    const group = logs.group({ logGroupName });
    if (logs.stream(group.name, logStreamName) === undefined) throw streamNotFound();
    checkBatch(logEvents);
    const now = logs.now();
    const info = rejected(logEvents, now, (group.retentionDays ?? Infinity) * day);
    const first = Math.max(info.expiredLogEventEndIndex ?? 0, info.tooOldLogEventEndIndex ?? 0);
    for (const { timestamp, message } of logEvents.slice(first, info.tooNewLogEventStartIndex))
      logs.add({ group: group.name, stream: logStreamName, at: timestamp, message, ingestedAt: now });
    return Object.keys(info).length > 0 ? { rejectedLogEventsInfo: info } : {};
  };
