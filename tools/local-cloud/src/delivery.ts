import type { Lambda } from '@atlas-engine/lambda-runtime';
import {
  DeliveryRefusedError,
  type Deliver,
  type DeliveryOptions,
  type Sns,
  type Sqs,
} from '@atlas-engine/messaging-doubles';
import type { StepFunctions } from '@atlas-engine/states-language';

/** The services that events and messages can be delivered to. */
export interface DeliveryTargets {
  readonly lambda: Lambda;
  readonly sqs: Sqs;
  readonly sns: Sns;
  readonly states: StepFunctions;
}

type DeliverTo = (
  targets: DeliveryTargets,
  arn: string,
  message: { payload: unknown; options: Partial<DeliveryOptions> },
) => Promise<void> | void;

const byService: Readonly<Record<string, DeliverTo>> = {
  lambda: async ({ lambda }, arn, { payload }) => {
    await lambda.invoke(arn, JSON.stringify(payload), { type: 'Event' });
  },
  sqs: ({ sqs }, arn, { payload, options }) => {
    const { messageAttributes, messageGroupId, messageDeduplicationId } = options;
    sqs.send(arn, {
      body: textOf(payload),
      ...(messageAttributes === undefined ? {} : { messageAttributes }),
      ...(messageGroupId === undefined ? {} : { messageGroupId }),
      ...(messageDeduplicationId === undefined ? {} : { messageDeduplicationId }),
    });
  },
  sns: ({ sns }, arn, { payload }) => void sns.publish(arn, { message: textOf(payload) }),
};

const textOf = (payload: unknown): string =>
  typeof payload === 'string' ? payload : JSON.stringify(payload);

/** Takes what SNS, EventBridge and failed events owe to its target. Services are connected once all of them exist. */
export interface Delivery {
  readonly deliver: Deliver;
  readonly deliverToQueueOrFunction: (arn: string, payload: unknown) => Promise<void>;
  connect(targets: DeliveryTargets): void;
}

export function createDelivery(accountId: string): Delivery {
  let connected: DeliveryTargets | undefined;
  const deliver = async (arn: string, payload: unknown, options: Partial<DeliveryOptions>): Promise<void> => {
    const [, , service = '', , account] = arn.split(':');
    const to = byService[service];
    if (connected === undefined || to === undefined || account !== accountId) {
      throw new DeliveryRefusedError('NO_RESOURCE', `The local cloud cannot deliver to ${arn}`);
    }
    await to(connected, arn, { payload, options });
  };
  return {
    deliver,
    deliverToQueueOrFunction: (arn, payload) => deliver(arn, payload, {}),
    connect(targets) {
      connected = targets;
    },
  };
}
