import * as z from 'zod';
import { invalidParameter } from '../function-name.ts';

const queueArn = z
  .string()
  .regex(
    /^arn:aws[\w-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}(\.fifo)?$/,
    'must be the ARN of an SQS queue; other event sources are not supported by the local double',
  );

/** A mapping of a queue to a function as its template describes it. Bounds are those of CreateEventSourceMapping. */
export const eventSourceSpecSchema = z
  .strictObject({
    /** Name or ARN, an alias included. */
    functionName: z.string(),
    queueArn,
    /** 1 to 10,000, 10 by default; a FIFO queue allows 10. */
    batchSize: z.int().min(1).max(10_000).default(10),
    /** Simulated seconds to gather a batch, 0 to 300; at least 1 for batches above 10. */
    maximumBatchingWindowSeconds: z.int().min(0).max(300).default(0),
    reportBatchItemFailures: z.boolean().default(false),
    /** Batches that may be under way, 2 to 1,000. */
    maximumConcurrency: z.exactOptional(z.int().min(2).max(1000)),
    enabled: z.boolean().default(true),
    filterPatterns: z.undefined('filter patterns are not supported by the local double').optional(),
  })
  .refine(({ batchSize, maximumBatchingWindowSeconds: window }) => batchSize <= 10 || window >= 1, {
    path: ['maximumBatchingWindowSeconds'],
    message: 'must be at least 1 when batchSize is above 10',
  })
  .refine(({ queueArn: arn, batchSize }) => !arn.endsWith('.fifo') || batchSize <= 10, {
    path: ['batchSize'],
    message: 'must be at most 10 for a FIFO queue',
  })
  .refine(
    ({ queueArn: arn, maximumBatchingWindowSeconds: window }) => !arn.endsWith('.fifo') || window === 0,
    {
      path: ['maximumBatchingWindowSeconds'],
      message: 'must be 0 for a FIFO queue',
    },
  );

/** What a host describes. */
export type EventSourceSpec = Readonly<z.input<typeof eventSourceSpecSchema>>;
/** The same with its defaults. */
export type EventSource = Readonly<z.output<typeof eventSourceSpecSchema>>;

/** @throws AwsError InvalidParameterValueException that names the field and what is allowed. */
export const parseEventSourceSpec = (spec: EventSourceSpec): EventSource => {
  const parsed = eventSourceSpecSchema.safeParse(spec);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidParameter(`event source ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}`);
};
