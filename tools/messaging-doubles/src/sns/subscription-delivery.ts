import { noFaults, type Collection } from '@atlas-engine/simulation';
import { DeliveryRefusedError, isRefused, type DeliveryOptions } from '../delivery/deliver.ts';
import { createDroppedLog, type DroppedDelivery } from '../delivery/dropped-log.ts';
import { createOutbox, type Owed } from '../delivery/outbox.ts';
import { functionEvent, queueBody, textFor } from './notification.ts';
import type { SnsOptions } from './sns-options.ts';
import type { PublishedMessage, SubscriptionRecord } from './topic-record.ts';

/** One message on its way to one subscription. */
export interface SubscriptionDelivery {
  readonly subscription: SubscriptionRecord;
  readonly published: PublishedMessage;
}

export interface SubscriptionDeliveries {
  owe(delivery: SubscriptionDelivery): void;
  readonly pending: number;
  dropped(): readonly DroppedDelivery[];
}

const second = 1000;
const immediateAttempts = 3;
const spacedAttempts = 2;
const growingAttempts = 10;
const mostAttempts = 100_015;
const longestWaitMs = 20 * second;
const mostRawAttributes = 10;

/**
 * The wait before the next attempt, after so many failures. Source: SNS developer guide, "Message delivery retries",
 * AWS managed endpoints: 3 at once, 2 one second apart, 10 growing from 1 to 20 seconds, then every 20 seconds.
 */
export const retryWait = (failures: number): number => {
  if (failures <= immediateAttempts) return 0;
  const growing = failures - immediateAttempts - spacedAttempts;
  if (growing <= 0) return second;
  const wait = second * 20 ** Math.min((growing - 1) / (growingAttempts - 1), 1);
  return Math.min(Math.round(wait), longestWaitMs);
};

interface Outgoing {
  readonly payload: unknown;
  readonly options: Partial<DeliveryOptions>;
}

const rawMessage = (published: PublishedMessage): Outgoing => {
  if (Object.keys(published.attributes).length > mostRawAttributes) {
    throw new DeliveryRefusedError('NO_RESOURCE', 'raw delivery takes at most 10 message attributes');
  }
  return { payload: textFor(published, 'sqs'), options: { messageAttributes: published.attributes } };
};

const outgoing = ({ subscription, published }: SubscriptionDelivery, region: string): Outgoing => {
  if (subscription.protocol === 'lambda')
    return { payload: functionEvent(published, subscription, region), options: {} };
  if (subscription.attributes['RawMessageDelivery'] === 'true') return rawMessage(published);
  return { payload: queueBody(published, subscription, region), options: {} };
};

const deadLettersOf = ({ attributes }: SubscriptionRecord): string | undefined =>
  attributes['RedrivePolicy'] === undefined
    ? undefined
    : (JSON.parse(attributes['RedrivePolicy']) as { deadLetterTargetArn: string }).deadLetterTargetArn;

const asText = (payload: unknown): string =>
  typeof payload === 'string' ? payload : JSON.stringify(payload);

/** Makes the deliveries, and takes up those that an earlier process owed. */
export const createSubscriptionDeliveries = (sns: SnsOptions): SubscriptionDeliveries => {
  const { clock, store, region, faults = noFaults } = sns;
  const owed: Collection<Owed<SubscriptionDelivery>> = store.collection('sns/deliveries');
  const dropped = createDroppedLog(clock, store.collection('sns/dropped'));

  const outbox = createOutbox<SubscriptionDelivery>({
    clock,
    owed,
    deliver: async (delivery) => {
      const { subscription, published } = delivery;
      const { payload, options } = outgoing(delivery, region);
      await sns.deliver(subscription.endpoint, payload, {
        from: 'sns',
        sourceArn: subscription.topicArn,
        ...options,
        ...(published.groupId !== undefined && { messageGroupId: published.groupId }),
      });
    },
    retryAt: ({ failures }, error) =>
      isRefused(error) || failures >= mostAttempts ? undefined : clock.now() + retryWait(failures),
    giveUp: async ({ content }, error) => {
      const { subscription, published } = content;
      const deadLetters = deadLettersOf(subscription);
      if (deadLetters === undefined) {
        dropped.add(subscription.endpoint, error);
        return;
      }
      const isRaw = subscription.attributes['RawMessageDelivery'] === 'true';
      const payload = isRaw ? textFor(published, 'sqs') : outgoing(content, region).payload;
      await sns.deliver(deadLetters, asText(payload), { from: 'sns', sourceArn: subscription.topicArn });
    },
    dropped: ({ subscription }, error) =>
      dropped.add(deadLettersOf(subscription) ?? subscription.endpoint, error),
  });

  return {
    owe: (delivery) => {
      const { subscription } = delivery;
      const point = {
        service: 'sns',
        operation: 'delivery',
        key: `${subscription.topicArn}/${subscription.endpoint}`,
      };
      const copies = faults.deliveries(point);
      for (let copy = 0; copy < copies; copy += 1) outbox.owe(delivery, clock.now() + faults.delay(point));
    },
    get pending() {
      return outbox.size;
    },
    dropped: () => dropped.list(),
  };
};
