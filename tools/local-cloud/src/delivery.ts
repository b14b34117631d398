import type { Lambda } from '@atlas-engine/lambda-runtime';
import {
  DeliveryRefusedError,
  type Deliver,
  type DeliveryOptions,
  type Sns,
  type Sqs,
} from '@atlas-engine/messaging-doubles';
import type { DeliverOptions } from '@atlas-engine/lambda-runtime';
import type { StepFunctions } from '@atlas-engine/states-language';
import type { Actor, ServiceAccess } from './permissions/service-access.ts';

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
  /** For Lambda, in the name of the function's role. */
  readonly deliverFailedEvent: (arn: string, payload: unknown, options: DeliverOptions) => Promise<void>;
  connect(targets: DeliveryTargets): void;
}

/** Services deliver in their own name, for a rule or a topic, unless the target names a role. */
const actorOf = ({ from, sourceArn, roleArn }: DeliveryOptions): Actor =>
  roleArn === undefined ? { service: `${from}.amazonaws.com`, sourceArn } : { roleArn, session: from };

const textAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
  );

export function createDelivery(accountId: string, access: ServiceAccess): Delivery {
  let connected: DeliveryTargets | undefined;
  const deliver = async (
    actor: Actor,
    arn: string,
    message: { readonly payload: unknown; readonly options: Partial<DeliveryOptions> },
  ): Promise<void> => {
    const [, , service = '', , account] = arn.split(':');
    const to = byService[service];
    if (connected === undefined || to === undefined || account !== accountId) {
      throw new DeliveryRefusedError('NO_RESOURCE', `The local cloud cannot deliver to ${arn}`);
    }
    access.requireDelivery(actor, arn);
    await to(connected, arn, message);
  };
  return {
    deliver: (arn, payload, options) => deliver(actorOf(options), arn, { payload, options }),
    deliverFailedEvent: (arn, payload, { roleArn, functionName, attributes }) =>
      deliver({ roleArn, session: functionName }, arn, {
        payload,
        options: attributes === undefined ? {} : { messageAttributes: textAttributes(attributes) },
      }),
    connect(targets) {
      connected = targets;
    },
  };
}
