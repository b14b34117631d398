import type { MessageAttribute } from '../delivery/deliver.ts';

/** A topic as it is stored. */
export interface TopicRecord {
  readonly arn: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The protocols that are delivered to, and those that only wait for a confirmation nobody gives. */
export const protocols = ['lambda', 'sqs', 'email', 'email-json'] as const;
export type Protocol = (typeof protocols)[number];

/** A subscription as it is stored. */
export interface SubscriptionRecord {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: Protocol;
  readonly endpoint: string;
  /** RawMessageDelivery, FilterPolicy, RedrivePolicy. */
  readonly attributes: Readonly<Record<string, string>>;
  /** E-mail is never confirmed here, and so never sent. */
  readonly pending: boolean;
}

/** A message as it was published. */
export interface PublishedMessage {
  readonly messageId: string;
  readonly topicArn: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly subject?: string;
  readonly message: string;
  /** Texts by protocol, where the publisher gave them. */
  readonly byProtocol?: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly groupId?: string;
}
