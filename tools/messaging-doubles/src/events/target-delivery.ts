import { createHash } from 'node:crypto';
import type { Collection } from '@atlas-engine/simulation';
import { deliveryErrorCode, isRefused, type DeliveryErrorCode } from '../delivery/deliver.ts';
import { createDroppedLog, type DroppedDelivery } from '../delivery/dropped-log.ts';
import { createOutbox, type Owed } from '../delivery/outbox.ts';
import type { EventEnvelope } from './event.ts';
import type { EventBridgeOptions } from './events-options.ts';
import type { RuleTarget } from './rule-record.ts';
import { targetService } from './target-check.ts';

/** One event on its way to one target. */
export interface TargetDelivery {
  readonly target: RuleTarget;
  readonly ruleArn: string;
  readonly event: EventEnvelope;
  /** What the target gets. */
  readonly input: unknown;
}

/** Deliveries to targets: retried, then put to the dead-letter queue. */
export interface TargetDeliveries {
  owe(delivery: TargetDelivery, at: number): void;
  readonly pending: number;
  dropped(): readonly DroppedDelivery[];
}

const second = 1000;
const longestBackoffMs = 600 * second;
const defaultAttempts = 185;
const defaultAgeSeconds = 86_400;

/** Half to all of the backoff, by the delivery itself, so that a run can be repeated. */
const jitter = (text: string): number =>
  0.5 + (createHash('md5').update(text).digest().readUInt8(0) / 255) * 0.5;

const exhausted = ({ content, since, failures }: Owed<TargetDelivery>, now: number): string | undefined => {
  const { MaximumRetryAttempts = defaultAttempts, MaximumEventAgeInSeconds = defaultAgeSeconds } =
    content.target.RetryPolicy ?? {};
  if (failures > MaximumRetryAttempts) return 'MaximumRetryAttempts';
  return now - since >= MaximumEventAgeInSeconds * second ? 'MaximumEventAgeInSeconds' : undefined;
};

const text = (value: string | number) => ({ DataType: 'String', StringValue: String(value) });

const messageOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : 'unknown';

const deadLetterAttributes = (
  { content, failures }: Owed<TargetDelivery>,
  error: unknown,
  condition: string | undefined,
) => {
  const code: DeliveryErrorCode = deliveryErrorCode(error);
  return {
    RULE_ARN: text(content.ruleArn),
    TARGET_ARN: text(content.target.Arn),
    ERROR_CODE: text(code),
    ERROR_MESSAGE: text(messageOf(error)),
    ...(condition !== undefined && { EXHAUSTED_RETRY_CONDITION: text(condition) }),
    RETRY_ATTEMPTS: text(failures - 1),
  };
};

const payloadOf = ({ target, input }: TargetDelivery): unknown =>
  ['sqs', 'sns', 'logs'].includes(targetService(target.Arn)) ? JSON.stringify(input) : input;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Makes the deliveries, and takes up those that an earlier process owed. */
export const createTargetDeliveries = (
  { clock, store, deliver }: EventBridgeOptions,
  toBus: (busArn: string, event: EventEnvelope) => void,
): TargetDeliveries => {
  const owed: Collection<Owed<TargetDelivery>> = store.collection('events/deliveries');
  const dropped = createDroppedLog(clock, store.collection('events/dropped'));

  const outbox = createOutbox<TargetDelivery>({
    clock,
    owed,
    deliver: async (delivery) => {
      const { target, ruleArn, event } = delivery;
      if (targetService(target.Arn) === 'events') {
        toBus(target.Arn, event);
        return;
      }
      await deliver(target.Arn, payloadOf(delivery), {
        from: 'events',
        sourceArn: ruleArn,
        ...(isText(target.RoleArn) && { roleArn: target.RoleArn }),
        ...(target.SqsParameters && { messageGroupId: target.SqsParameters.MessageGroupId }),
      });
    },
    retryAt: (item, error) => {
      if (isRefused(error) || exhausted(item, clock.now()) !== undefined) return undefined;
      const backoff = Math.min(second * 2 ** (item.failures - 1), longestBackoffMs);
      return clock.now() + backoff * jitter(`${item.content.event.id}/${item.failures}`);
    },
    giveUp: async (item, error) => {
      const { target, ruleArn, event } = item.content;
      const condition = exhausted(item, clock.now());
      if (target.DeadLetterConfig?.Arn === undefined) {
        dropped.add(target.Arn, error);
        return;
      }
      await deliver(target.DeadLetterConfig.Arn, JSON.stringify(event), {
        from: 'events',
        sourceArn: ruleArn,
        messageAttributes: deadLetterAttributes(item, error, condition),
      });
    },
    dropped: ({ target }, error) => dropped.add(target.DeadLetterConfig?.Arn ?? target.Arn, error),
  });

  return {
    owe: (delivery, at) => outbox.owe(delivery, at),
    get pending() {
      return outbox.size;
    },
    dropped: () => dropped.list(),
  };
};
