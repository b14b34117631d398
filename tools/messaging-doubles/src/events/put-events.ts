import { randomUUID } from 'node:crypto';
import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { eventTime, type EventEnvelope } from './event.ts';
import type { EventRouter } from './event-router.ts';
import type { EventBridgeOptions } from './events-options.ts';
import { isJsonObject } from './json-shape.ts';
import type { RuleDirectory } from './rule-directory.ts';

/** One entry of PutEvents. */
export const entrySchema = z.strictObject({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Time: z.number().optional(),
  Resources: z.array(z.string()).optional(),
  TraceHeader: z.string().optional(),
});
export type PutEntry = z.infer<typeof entrySchema>;

/** What became of an entry. */
export type PutResult =
  { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

const timeBytes = 14;
/** The size of all entries of a request must be below this: 256 KiB. */
export const mostEventBytes = 262_144;

/** The size of an entry as EventBridge reckons it, in bytes. */
export const entrySize = ({
  Time,
  Source = '',
  DetailType = '',
  Detail = '',
  Resources = [],
}: PutEntry): number =>
  [Source, DetailType, Detail, ...Resources].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    Time === undefined ? 0 : timeBytes,
  );

const parsedDetail = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const detail: unknown = JSON.parse(text);
    if (isJsonObject(detail)) return detail;
  } catch {
    // Refused below, as a detail that is no object is.
  }
  throw new AwsError('MalformedDetail', 'Detail is malformed.');
};

const required = (entry: PutEntry, name: 'Source' | 'DetailType' | 'Detail'): string => {
  const value = entry[name];
  if (value !== undefined && value !== '') return value;
  throw new AwsError(
    'InvalidArgument',
    `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  );
};

/** Makes the function that takes one entry; it refuses an entry by its result, never by throwing. */
export const createPutEntry = (
  { clock, accountId, region }: EventBridgeOptions,
  directory: RuleDirectory,
  router: EventRouter,
): ((entry: PutEntry) => PutResult) => {
  const accepted = (entry: PutEntry): EventEnvelope => {
    const source = required(entry, 'Source');
    const detailType = required(entry, 'DetailType');
    const detail = parsedDetail(required(entry, 'Detail'));
    if (source.toLowerCase().startsWith('aws.')) {
      throw new AwsError('NotAuthorizedForSourceException', 'Not authorized for the source.');
    }
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: accountId,
      time: eventTime(entry.Time === undefined ? clock.now() : entry.Time * 1000),
      region,
      resources: entry.Resources ?? [],
      detail,
    };
  };

  return (entry) => {
    try {
      const event = accepted(entry);
      router.publish(directory.busName(entry.EventBusName), event);
      return { EventId: event.id };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { ErrorCode: error.code, ErrorMessage: error.message };
    }
  };
};
