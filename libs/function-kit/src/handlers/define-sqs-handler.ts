import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logging/logger.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Problem } from '../problems.ts';
import { problemsOf } from '../problems.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import type { ErrorLevels } from './invocation.ts';
import { logFailure, requestIdOf } from './invocation.ts';

const recordSchema = z.object({
  messageId: z.string().min(1),
  body: z.string(),
  attributes: z.object({
    ApproximateReceiveCount: z.coerce.number().int().min(1).catch(1),
    SentTimestamp: z.coerce.number().optional().catch(undefined),
  }),
});
const sqsEventSchema = z.object({ Records: z.array(recordSchema) });
type SqsRecord = z.infer<typeof recordSchema>;

export interface MessageMeta {
  readonly messageId: string;
  /** From 1; approximate. */
  readonly receiveCount: number;
  /** Epoch milliseconds. */
  readonly sentAt: number | undefined;
  readonly remainingMs: () => number;
}

/** A message that no retry can help: it stays failed until the queue moves it to its dead-letter queue. */
export interface PoisonMessage {
  readonly messageId: string;
  readonly receiveCount: number;
  readonly problems: readonly Problem[];
}

/** `RETRY`: the message is not done, and that is no failure; the queue delivers it again. */
export type MessageAnswer = 'DONE' | 'RETRY';

export interface SqsHandlerDefinition<Schema extends z.ZodType> {
  readonly name: string;
  /** The contract of a message's body, which is JSON. */
  readonly schema: Schema;
  readonly logger: Logger;
  readonly handle: (message: z.output<Schema>, meta: MessageMeta) => Promise<MessageAnswer>;
  /** Told of each delivery of a malformed message. */
  readonly onPoison?: (poison: PoisonMessage) => Promise<void> | void;
  readonly errors?: ErrorLevels;
  readonly metrics?: Metrics;
  readonly clock?: Clock;
  /** Messages of a batch handled at the same time; default 1. */
  readonly concurrency?: number;
}

/** The event source mapping must set ReportBatchItemFailures; without it every message counts as done. */
export interface SqsBatchAnswer {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

type Parsed<Output> = { readonly message: Output } | { readonly problems: readonly Problem[] };

function parseBody<Schema extends z.ZodType>(schema: Schema, body: string): Parsed<z.output<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { problems: [{ path: '(the whole value)', problem: 'must be JSON' }] };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { message: parsed.data } : { problems: problemsOf(parsed.error) };
}

/** Runs `work` over `items`, at most `concurrency` at a time; results in the items' order. */
async function mapLimited<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const drain = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, drain));
  return results;
}

/**
 * The entry point of a function that consumes a queue: each message succeeds or fails alone. A malformed message is
 * reported to `onPoison` and fails, so that the queue's redrive policy moves it to the dead-letter queue.
 */
export function defineSqsHandler<Schema extends z.ZodType>(
  definition: SqsHandlerDefinition<Schema>,
): Handler<SqsBatchAnswer> {
  const { name, logger, errors = {}, metrics, clock = systemClock, concurrency = 1 } = definition;

  const reject = async (poison: PoisonMessage): Promise<MessageAnswer> => {
    logger.error('malformed message', { ...poison });
    await definition.onPoison?.(poison);
    return 'RETRY';
  };

  const answering = async (work: () => Promise<MessageAnswer>): Promise<MessageAnswer> => {
    try {
      return await work();
    } catch (error) {
      logFailure(logger, { error, levels: errors, message: 'message failed' });
      return 'RETRY';
    }
  };

  const consume = (record: SqsRecord, remainingMs: () => number): Promise<MessageAnswer> => {
    const { messageId } = record;
    const { ApproximateReceiveCount: receiveCount, SentTimestamp: sentAt } = record.attributes;
    const parsed = parseBody(definition.schema, record.body);
    const requestId = 'message' in parsed ? requestIdOf(parsed.message) : undefined;
    return logger.within({ messageId, requestId }, () =>
      answering(() =>
        'message' in parsed
          ? definition.handle(parsed.message, { messageId, receiveCount, sentAt, remainingMs })
          : reject({ messageId, receiveCount, problems: parsed.problems }),
      ),
    );
  };

  return defineHandler({
    name,
    schema: sqsEventSchema,
    logger,
    errors,
    clock,
    ...(metrics === undefined ? {} : { metrics }),
    handle: async ({ Records }, { remainingMs }) => {
      const answers = await mapLimited(Records, concurrency, (record) => consume(record, remainingMs));
      const failed = Records.filter((_, index) => answers[index] !== 'DONE');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
  });
}
