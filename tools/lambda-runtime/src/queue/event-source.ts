import type { SimulationClock, Timer } from '@atlas-engine/simulation';
import { randomUUID } from 'node:crypto';
import type { Target } from '../functions.ts';
import type { InvocationRequest, InvokeResult } from '../invoke.ts';
import { failedMessages } from './batch-failures.ts';
import type { MessageBatch } from './batches.ts';
import { createBatchGatherer } from './batches.ts';
import type { EventSource } from './event-source-spec.ts';
import type { QueuePort } from './queue-port.ts';
import { sqsEvent } from './sqs-record.ts';

export interface EventSourceOptions {
  readonly clock: SimulationClock;
  readonly queues: QueuePort;
  readonly target: Target;
  /** Batches that the function could run at the same time. */
  readonly capacity: () => number;
  readonly invoke: (target: Target, request: InvocationRequest) => Promise<InvokeResult>;
  readonly log: (requestId: string, line: string) => void;
}

/** With how many batches at a time the service begins; it adds more by the minute, which a local run does not need. */
const firstConcurrency = 5;
const mostPerReceive = 10;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * Feeds a function with the messages of a queue, in batches. Returns what ends that.
 *
 * It takes no more messages than the function has processes for, so that none grows visible again while it waits.
 * What is under way when the process is killed comes back after the queue's visibility timeout.
 */
export const startEventSource = (source: EventSource, options: EventSourceOptions): (() => void) => {
  const { clock, queues, target } = options;
  const { queueArn, batchSize, maximumBatchingWindowSeconds: windowSeconds } = source;
  const gatherer = createBatchGatherer(queueArn, batchSize);
  let underWay = 0;
  let pumping = false;
  let again = false;
  let windowOver = windowSeconds === 0;
  let windowTimer: Timer | undefined;
  let closed = false;

  const hasCapacity = (): boolean =>
    !closed && underWay < Math.min(source.maximumConcurrency ?? firstConcurrency, options.capacity());

  const run = async ({ messages, records }: MessageBatch): Promise<void> => {
    const requestId = randomUUID();
    try {
      const faultKey = `${target.reference.name}/sqs`;
      const result = await options.invoke(target, { requestId, payload: sqsEvent(records), faultKey });
      const messageIds = messages.map(({ messageId }) => messageId);
      const failed = failedMessages(result, { messageIds, reportsFailures: source.reportBatchItemFailures });
      const done = messages.filter(({ messageId }) => !failed.has(messageId));
      if (done.length === 0) return;
      await queues.delete(
        queueArn,
        done.map(({ receiptHandle }) => receiptHandle),
      );
    } catch (error) {
      options.log(requestId, `WARN the batch comes back after its visibility timeout: ${nameOf(error)}`);
    }
  };

  const dispatch = (batch: MessageBatch): void => {
    underWay += 1;
    void clock.busy(async () => {
      await run(batch);
      underWay -= 1;
      await pump();
    });
  };

  const openWindow = (): void => {
    windowTimer ??= clock.schedule(clock.now() + windowSeconds * 1000, () => {
      windowTimer = undefined;
      windowOver = true;
      return pump();
    });
  };

  const dispatchRest = (): void => {
    if (!windowOver) {
      openWindow();
      return;
    }
    const batch = gatherer.take();
    windowOver = windowSeconds === 0;
    if (batch) dispatch(batch);
  };

  const drain = async (): Promise<void> => {
    let more = true;
    while (more && hasCapacity()) {
      const max = Math.min(mostPerReceive, batchSize - gatherer.size);
      const messages = await queues.receive(queueArn, { max });
      more = messages.length > 0;
      for (const message of messages) {
        const full = gatherer.add(message);
        if (full) dispatch(full);
      }
    }
    if (gatherer.size > 0 && hasCapacity()) dispatchRest();
  };

  const pump = async (): Promise<void> => {
    again = true;
    if (pumping) return;
    pumping = true;
    try {
      while (again && !closed) {
        again = false;
        await drain();
      }
    } catch (error) {
      options.log('', `ERROR ${queueArn} could not be read: ${nameOf(error)}`);
    } finally {
      pumping = false;
    }
  };

  const unsubscribe = queues.onVisible(queueArn, () => void clock.busy(pump));
  void clock.busy(pump);
  return () => {
    closed = true;
    windowTimer?.cancel();
    unsubscribe();
  };
};
