import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection } from '@atlas-engine/simulation';
import { checkQueueAttributes } from './queue-attributes.ts';
import type { Queue, QueueDirectory, SqsOptions } from './queue-directory.ts';
import { checkRedrive } from './redrive-policy.ts';
import { invalidParameter } from './sqs-error.ts';

const minute = 60_000;

/** A queue to make. */
export interface QueueRequest {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** Making, changing, emptying and deleting queues. */
export interface QueueLifecycle {
  /** Makes a queue, or gives the one there is when its attributes are the same. @throws AwsError QueueNameExists, QueueDeletedRecently, … */
  create(request: QueueRequest): Queue;
  /** Makes a queue or gives an existing one these attributes and tags, as a stack's deployment does. */
  put(request: QueueRequest): Queue;
  setAttributes(queue: Queue, attributes: Readonly<Record<string, string>>): void;
  setTags(queue: Queue, tags: Readonly<Record<string, string>>): void;
  /** @throws AwsError PurgeQueueInProgress within 60 s of the last purge. */
  purge(queue: Queue): void;
  remove(queue: Queue): void;
}

const checkName = (name: string, fifo: boolean): void => {
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name.replace(/\.fifo$/, '')) || name.length > 80) {
    throw invalidParameter(
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
  }
  if (name.endsWith('.fifo') !== fifo) {
    throw invalidParameter(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
    );
  }
};

/** Makes the life cycle of the queues in a directory. */
export const createQueueLifecycle = (options: SqsOptions, directory: QueueDirectory): QueueLifecycle => {
  const { clock, region, accountId } = options;
  const deletions: Collection<number> = options.store.collection('sqs/deletions');

  const check = ({ name, attributes }: QueueRequest): void => {
    const fifo = attributes['FifoQueue'] === 'true';
    checkName(name, fifo);
    checkQueueAttributes(attributes, fifo);
    checkRedrive(directory, { arn: `arn:aws:sqs:${region}:${accountId}:${name}`, fifo }, attributes);
  };

  const sameOrRefused = (queue: Queue, { attributes }: QueueRequest): Queue => {
    for (const [name, value] of Object.entries(attributes)) {
      if (queue.record.attributes[name] !== value) {
        throw new AwsError(
          'QueueNameExists',
          `A queue already exists with the same name and a different value for attribute ${name}`,
        );
      }
    }
    return queue;
  };

  const put = (request: QueueRequest): Queue => {
    check(request);
    const now = clock.now();
    const before = directory.find(request.name)?.record;
    return directory.save({ createdAt: now, ...before, ...request, modifiedAt: now });
  };

  return {
    put,
    create: (request) => {
      const existing = directory.find(request.name);
      if (existing) return sameOrRefused(existing, request);
      const deletedAt = deletions.get(request.name);
      if (deletedAt !== undefined && clock.now() < deletedAt + minute) {
        throw new AwsError(
          'QueueDeletedRecently',
          'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
        );
      }
      return put(request);
    },
    setAttributes: (queue, changes) => {
      checkQueueAttributes(changes, queue.settings.fifo);
      if ('FifoQueue' in changes && (changes['FifoQueue'] === 'true') !== queue.settings.fifo) {
        throw new AwsError('InvalidAttributeName', 'Unknown Attribute FifoQueue.');
      }
      checkRedrive(directory, { arn: queue.arn, fifo: queue.settings.fifo }, changes);
      const attributes = { ...queue.record.attributes, ...changes };
      const kept = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
      directory.save({ ...queue.record, attributes: kept, modifiedAt: clock.now() });
    },
    setTags: (queue, tags) => void directory.save({ ...queue.record, tags }),
    purge: (queue) => {
      if (clock.now() < (queue.record.purgedAt ?? -Infinity) + minute) {
        throw new AwsError(
          'PurgeQueueInProgress',
          `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
        );
      }
      queue.shelf.clear();
      directory.save({ ...queue.record, purgedAt: clock.now() });
    },
    remove: (queue) => {
      directory.remove(queue);
      deletions.set(queue.name, clock.now());
    },
  };
};

/** How many messages a queue has in each condition. */
export const countMessages = (
  queue: Queue,
  now: number,
): { readonly visible: number; readonly inFlight: number; readonly delayed: number } => {
  const counts = { visible: 0, inFlight: 0, delayed: 0 };
  for (const message of queue.shelf.messages(queue.settings.retentionMs)) {
    if (message.visibleAt <= now) counts.visible += 1;
    else if (message.receipt) counts.inFlight += 1;
    else counts.delayed += 1;
  }
  return counts;
};
