import type { MessageAttribute } from '../delivery/deliver.ts';

/** A queue as it is stored. Times are epoch milliseconds. */
export interface QueueRecord {
  readonly name: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Set attributes only; {@link settingsOf} adds the defaults. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly purgedAt?: number;
}

/** A message as it is stored. Times are epoch milliseconds. */
export interface MessageRecord {
  readonly key: string;
  readonly messageId: string;
  readonly body: string;
  readonly messageAttributes: Readonly<Record<string, MessageAttribute>>;
  readonly traceHeader?: string;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly sequenceNumber?: string;
  readonly deadLetterSourceArn?: string;
  readonly senderId: string;
  readonly sentAt: number;
  readonly visibleAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt?: number;
  /** Of the latest receive: a receipt handle is good only while its token is this one. */
  readonly receipt?: { readonly token: string; readonly at: number };
}

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

/** What a queue's attributes mean. */
export interface QueueSettings {
  readonly delaySeconds: number;
  readonly visibilitySeconds: number;
  readonly waitSeconds: number;
  readonly retentionMs: number;
  readonly mostBytes: number;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationPerGroup: boolean;
  readonly redrive?: RedrivePolicy;
}

/** The attributes that every queue has. Messages over 256 KiB need a queue that says so. */
export const defaultAttributes: Readonly<Record<string, string>> = {
  VisibilityTimeout: '30',
  MaximumMessageSize: '262144',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
};

/** Reads a redrive policy that has been checked when it was set. */
export const redriveOf = (attributes: Readonly<Record<string, string>>): RedrivePolicy | undefined => {
  const text = attributes['RedrivePolicy'];
  if (text === undefined || text === '') return undefined;
  const policy = JSON.parse(text) as { deadLetterTargetArn: string; maxReceiveCount: number | string };
  return { deadLetterTargetArn: policy.deadLetterTargetArn, maxReceiveCount: Number(policy.maxReceiveCount) };
};

export const settingsOf = ({ attributes }: QueueRecord): QueueSettings => {
  const number = (name: string): number => Number(attributes[name] ?? defaultAttributes[name]);
  const redrive = redriveOf(attributes);
  return {
    delaySeconds: number('DelaySeconds'),
    visibilitySeconds: number('VisibilityTimeout'),
    waitSeconds: number('ReceiveMessageWaitTimeSeconds'),
    retentionMs: number('MessageRetentionPeriod') * 1000,
    mostBytes: number('MaximumMessageSize'),
    fifo: attributes['FifoQueue'] === 'true',
    contentBasedDeduplication: attributes['ContentBasedDeduplication'] === 'true',
    deduplicationPerGroup: attributes['DeduplicationScope'] === 'messageGroup',
    ...(redrive && { redrive }),
  };
};
