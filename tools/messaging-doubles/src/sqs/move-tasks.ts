import { randomUUID } from 'node:crypto';
import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection } from '@atlas-engine/simulation';
import { omit } from '../omit.ts';
import type { Queue, QueueDirectory, SqsOptions } from './queue-directory.ts';
import type { MessageRecord } from './queue-record.ts';
import { invalidParameter, queueDoesNotExist } from './sqs-error.ts';

const second = 1000;
const mostPerSecond = 500;

/** A redrive of a dead-letter queue as it is stored. */
export interface MoveTask {
  readonly handle: string;
  readonly sourceArn: string;
  /** Absent: back to the queue that each message came from. */
  readonly destinationArn?: string;
  readonly perSecond: number;
  readonly status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
  readonly moved: number;
  readonly toMove: number;
  readonly startedAt: number;
  readonly failure?: string;
}

export interface MoveRequest {
  readonly sourceArn: string;
  readonly destinationArn?: string | undefined;
  /** 1 to 500. */
  readonly perSecond?: number | undefined;
}

/** Moves the messages of dead-letter queues back. */
export interface MoveTasks {
  /** @throws AwsError ResourceNotFoundException, UnsupportedOperation */
  start(request: MoveRequest): MoveTask;
  /** @throws AwsError ResourceNotFoundException when it is not running. */
  cancel(handle: string): MoveTask;
  /** The latest first. */
  list(sourceArn: string): readonly MoveTask[];
}

/** Makes redrives on the stored queues, and goes on with those that were under way. */
export const createMoveTasks = ({ clock, store }: SqsOptions, directory: QueueDirectory): MoveTasks => {
  const tasks: Collection<MoveTask> = store.collection('sqs/move-tasks');

  const save = (task: MoveTask): MoveTask => {
    tasks.set(task.handle, task);
    return task;
  };

  const isVisible = (message: MessageRecord): boolean => message.visibleAt <= clock.now();

  const waiting = (queue: Queue): readonly MessageRecord[] =>
    [...queue.shelf.messages(queue.settings.retentionMs)].filter(isVisible);

  const move = (source: Queue, target: Queue, message: MessageRecord): void => {
    const rest = omit(message, 'receipt', 'firstReceivedAt', 'deadLetterSourceArn');
    source.shelf.remove(message.key);
    target.shelf.put({ ...rest, sentAt: clock.now(), visibleAt: clock.now(), receiveCount: 0 });
  };

  const moveSome = (task: MoveTask): MoveTask => {
    const source = directory.byArn(task.sourceArn);
    const batch = waiting(source).slice(0, task.perSecond);
    for (const message of batch) {
      const targetArn = task.destinationArn ?? message.deadLetterSourceArn;
      if (targetArn === undefined)
        throw invalidParameter('A message did not come from another queue: name a destination.');
      move(source, directory.byArn(targetArn), message);
    }
    const moved = task.moved + batch.length;
    return { ...task, moved, status: batch.length < task.perSecond ? 'COMPLETED' : 'RUNNING' };
  };

  const advance = (handle: string): void => {
    const task = tasks.get(handle);
    if (task?.status !== 'RUNNING') return;
    try {
      if (save(moveSome(task)).status === 'RUNNING') arm(handle);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      save({ ...task, status: 'FAILED', failure: error.code });
    }
  };

  const arm = (handle: string): void => void clock.schedule(clock.now() + second, () => advance(handle));

  const isDeadLetterQueue = (arn: string): boolean =>
    directory.all().some(({ settings }) => settings.redrive?.deadLetterTargetArn === arn);

  const checkedSource = (arn: string): Queue => {
    const source = directory.all().find((queue) => queue.arn === arn);
    if (source === undefined)
      throw notFound("The resource that you specified for the SourceArn parameter doesn't exist.");
    if (!isDeadLetterQueue(arn))
      throw invalidParameter('Source queue must be configured as a Dead Letter Queue.');
    if ([...tasks.values()].some(({ status, sourceArn }) => status === 'RUNNING' && sourceArn === arn)) {
      throw new AwsError(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    }
    return source;
  };

  for (const { handle, status } of tasks.values()) if (status === 'RUNNING') arm(handle);
  return {
    start: ({ sourceArn, destinationArn, perSecond = mostPerSecond }) => {
      const source = checkedSource(sourceArn);
      if (destinationArn !== undefined) directory.byArn(destinationArn);
      const task = save({
        handle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn })).toString('base64'),
        sourceArn,
        ...(destinationArn !== undefined && { destinationArn }),
        perSecond,
        status: 'RUNNING',
        moved: 0,
        toMove: waiting(source).length,
        startedAt: clock.now(),
      });
      arm(task.handle);
      return task;
    },
    cancel: (handle) => {
      const task = tasks.get(handle);
      if (task?.status !== 'RUNNING') throw notFound('Task does not exist.');
      return save({ ...task, status: 'CANCELLED' });
    },
    list: (sourceArn) => {
      if (!directory.all().some(({ arn }) => arn === sourceArn)) throw queueDoesNotExist();
      return [...tasks.values()].filter((task) => task.sourceArn === sourceArn).reverse();
    },
  };
};

const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message);
