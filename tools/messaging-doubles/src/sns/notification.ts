import type { PublishedMessage, SubscriptionRecord } from './topic-record.ts';

// Signatures are not made: nothing here has AWS's key.
const signature = 'EXAMPLE';

const links = (region: string, subscriptionArn: string) => {
  const host = `https://sns.${region}.amazonaws.com`;
  return {
    certificate: `${host}/SimpleNotificationService-00000000000000000000000000000000.pem`,
    unsubscribe: `${host}/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
  };
};

/** The text for a protocol: the publisher's own for it, or the one for all. */
export const textFor = ({ message, byProtocol = {} }: PublishedMessage, protocol: string): string =>
  Object.hasOwn(byProtocol, protocol) ? (byProtocol[protocol] ?? message) : message;

const attributesOf = ({ attributes }: PublishedMessage): Record<string, { Type: string; Value: string }> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? BinaryValue ?? '' },
    ]),
  );

const heading = (published: PublishedMessage) => ({
  Type: 'Notification',
  MessageId: published.messageId,
  TopicArn: published.topicArn,
});

const timestamp = ({ at }: PublishedMessage): string => new Date(at).toISOString();

/** The event of a function that is subscribed: one record. */
export const functionEvent = (
  published: PublishedMessage,
  { arn }: SubscriptionRecord,
  region: string,
): object => {
  const { certificate, unsubscribe } = links(region, arn);
  const Sns = {
    ...heading(published),
    Subject: published.subject ?? null,
    Message: textFor(published, 'lambda'),
    Timestamp: timestamp(published),
    SignatureVersion: '1',
    Signature: signature,
    SigningCertUrl: certificate,
    UnsubscribeUrl: unsubscribe,
    MessageAttributes: attributesOf(published),
  };
  return { Records: [{ EventVersion: '1.0', EventSource: 'aws:sns', EventSubscriptionArn: arn, Sns }] };
};

/** The body of a message on a queue that is subscribed without raw delivery. */
export const queueBody = (
  published: PublishedMessage,
  { arn }: SubscriptionRecord,
  region: string,
): string => {
  const { certificate, unsubscribe } = links(region, arn);
  const MessageAttributes = attributesOf(published);
  return JSON.stringify({
    ...heading(published),
    ...(published.subject !== undefined && { Subject: published.subject }),
    Message: textFor(published, 'sqs'),
    Timestamp: timestamp(published),
    SignatureVersion: '1',
    Signature: signature,
    SigningCertURL: certificate,
    UnsubscribeURL: unsubscribe,
    ...(Object.keys(MessageAttributes).length > 0 && { MessageAttributes }),
  });
};
