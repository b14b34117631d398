import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { settingsOf, type MessageRecord, type QueueRecord, type QueueSettings } from './queue-record.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { queueDoesNotExist } from './sqs-error.ts';

export interface SqsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** Duplicates and delays messages of standard queues; FIFO queues are exact. */
  readonly faults?: FaultPlan;
  readonly region: string;
  readonly accountId: string;
  /** Where queue URLs point: clients send to the host of the URL, not to their endpoint. E.g. `http://127.0.0.1:4566`. */
  readonly url: () => string;
}

/** A queue in use. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly shelf: Shelf;
  readonly record: QueueRecord;
  readonly settings: QueueSettings;
}

/** The queues of an account and region, by name, URL and ARN. */
export interface QueueDirectory {
  find(name: string): Queue | undefined;
  /** @throws AwsError QueueDoesNotExist */
  byUrl(url: string): Queue;
  /** @throws AwsError QueueDoesNotExist */
  byArn(arn: string): Queue;
  all(): readonly Queue[];
  urlOf(queue: Queue): string;
  save(record: QueueRecord): Queue;
  remove(queue: Queue): void;
}

class StoredQueue implements Queue {
  readonly name: string;
  readonly arn: string;
  readonly shelf: Shelf;
  record: QueueRecord;
  settings: QueueSettings;

  constructor(record: QueueRecord, arn: string, shelf: Shelf) {
    this.name = record.name;
    this.arn = arn;
    this.shelf = shelf;
    this.record = record;
    this.settings = settingsOf(record);
  }

  change(record: QueueRecord): void {
    this.record = record;
    this.settings = settingsOf(record);
  }
}

/** Opens the queues of the store; their hidden messages are timed again. */
export const createQueueDirectory = (options: SqsOptions): QueueDirectory => {
  const { clock, store, region, accountId } = options;
  const records = store.collection<QueueRecord>('sqs/queues');
  const queues = new Map<string, StoredQueue>();

  const open = (record: QueueRecord): StoredQueue => {
    const messages = store.collection<MessageRecord>(`sqs/messages/${record.name}`);
    const queue = new StoredQueue(
      record,
      `arn:aws:sqs:${region}:${accountId}:${record.name}`,
      createShelf(clock, messages),
    );
    queues.set(record.name, queue);
    return queue;
  };

  const named = (name: string | undefined): Queue => {
    const queue = name === undefined ? undefined : queues.get(name);
    if (queue === undefined) throw queueDoesNotExist();
    return queue;
  };

  for (const record of records.values()) open(record);
  return {
    find: (name) => queues.get(name),
    // The host is not compared: it changes when the local cloud starts on another port.
    byUrl: (url) => {
      const [account, name] = url.replace(/\/+$/, '').split('/').slice(-2);
      if (account !== accountId) throw queueDoesNotExist();
      return named(name);
    },
    byArn: (arn) => {
      const [, , service, inRegion, account, name] = arn.split(':');
      if (service !== 'sqs' || inRegion !== region || account !== accountId) throw queueDoesNotExist();
      return named(name);
    },
    all: () => [...queues.values()],
    urlOf: ({ name }) => `${options.url().replace(/\/+$/, '')}/${accountId}/${name}`,
    save: (record) => {
      records.set(record.name, record);
      const queue = queues.get(record.name) ?? open(record);
      queue.change(record);
      return queue;
    },
    remove: (queue) => {
      queue.shelf.clear();
      queues.delete(queue.name);
      records.delete(queue.name);
    },
  };
};
