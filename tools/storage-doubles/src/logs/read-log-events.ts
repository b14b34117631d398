import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { filterOf } from './filter/filter-pattern.ts';
import type { LogDirectory } from './log-directory.ts';
import type { LogEvent } from './log-event.ts';
import { groupReference, streamName, time, token } from './log-members.ts';
import { invalidLogsToken, invalidParameter, logsInputErrors, streamNotFound } from './logs-error.ts';

const mostEvents = 10_000;
const span = { startTime: time, endTime: time, limit: z.int().min(1).max(mostEvents).default(mostEvents) };
const filterSchema = z.strictObject({
  ...groupReference,
  ...span,
  logStreamNames: z.array(streamName).min(1).max(100).optional(),
  logStreamNamePrefix: streamName.optional(),
  filterPattern: z.string().max(1024).default(''),
  // Has had no meaning since 2019: answers are always interleaved.
  interleaved: z.boolean().optional(),
  nextToken: token,
});
const getSchema = z.strictObject({
  ...groupReference,
  ...span,
  logStreamName: streamName,
  startFromHead: z.boolean().default(false),
  nextToken: token,
});

type Span = Pick<z.infer<typeof getSchema>, 'startTime' | 'endTime'>;

/** FilterLogEvents takes the end in, GetLogEvents does not (API reference). */
const within = (lines: readonly LogEvent[], { startTime = 0, endTime = Infinity }: Span) =>
  lines.filter(({ at }) => at >= startTime && at < endTime);

const view = ({ at, message, ingestedAt = at }: LogEvent) => ({
  timestamp: at,
  message,
  ingestionTime: ingestedAt,
});

/** Tells the place of an event among others, also when it is gone. */
const placeOf = ({ at, id }: LogEvent): string => `${String(at).padStart(16, '0')}/${id}`;

const streamTest = (asked: z.infer<typeof filterSchema>): ((stream: string) => boolean) => {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = asked;
  if (names !== undefined && prefix !== undefined)
    throw invalidParameter('logStreamNames and logStreamNamePrefix exclude each other');
  return (stream) => names?.includes(stream) ?? stream.startsWith(prefix ?? '');
};

const filterEvents =
  (logs: LogDirectory): Operation =>
  (input) => {
    const asked = parseInput(filterSchema, input, logsInputErrors);
    const isWanted = streamTest(asked);
    const matches = filterOf(asked.filterPattern);
    const after = asked.nextToken === undefined ? '' : /^f\/(\d{16}\/\d{20})$/.exec(asked.nextToken)?.[1];
    if (after === undefined) throw invalidLogsToken();
    const end = asked.endTime === undefined ? undefined : asked.endTime + 1;
    const found = within(logs.lines(logs.group(asked).name), {
      startTime: asked.startTime,
      endTime: end,
    }).filter((line) => placeOf(line) > after && isWanted(line.stream) && matches(line.message));
    const page = found.slice(0, asked.limit);
    const last = page.at(-1);
    return {
      events: page.map((line) => ({ logStreamName: line.stream, ...view(line), eventId: line.id })),
      searchedLogStreams: [],
      nextToken: found.length > page.length && last ? `f/${placeOf(last)}` : undefined,
    };
  };

/** Which lines a page of one stream holds: those before or after a place, or the first or last. */
const pageOf = (lines: readonly LogEvent[], asked: z.infer<typeof getSchema>): readonly LogEvent[] => {
  const { limit, nextToken, startFromHead } = asked;
  if (nextToken === undefined) return startFromHead ? lines.slice(0, limit) : lines.slice(-limit);
  const [, direction, place] = /^([fb])\/(\d{16}\/\d{20})$/.exec(nextToken) ?? [];
  if (place === undefined) throw invalidLogsToken();
  return direction === 'f'
    ? lines.filter((line) => placeOf(line) > place).slice(0, limit)
    : lines.filter((line) => placeOf(line) < place).slice(-limit);
};

const nowhere = `${'0'.repeat(16)}/${'0'.repeat(20)}`;

/** At the end of a stream a token leads to itself, which is how clients know the end. */
const tokensOf = (page: readonly LogEvent[], asked: string | undefined) => {
  const [first, last] = [page[0], page.at(-1)];
  const stay = asked?.slice(2) ?? nowhere;
  return {
    nextForwardToken: `f/${last ? placeOf(last) : stay}`,
    nextBackwardToken: `b/${first ? placeOf(first) : stay}`,
  };
};

const getEvents =
  (logs: LogDirectory): Operation =>
  (input) => {
    const asked = parseInput(getSchema, input, logsInputErrors);
    const { name: group } = logs.group(asked);
    if (logs.stream(group, asked.logStreamName) === undefined) throw streamNotFound();
    const lines = within(logs.lines(group), asked).filter(({ stream }) => stream === asked.logStreamName);
    const page = pageOf(lines, asked);
    return { events: page.map(view), ...tokensOf(page, asked.nextToken) };
  };

/** Operations that read lines. */
export const readLogEvents = (logs: LogDirectory): Readonly<Record<string, Operation>> => ({
  FilterLogEvents: filterEvents(logs),
  GetLogEvents: getEvents(logs),
});
