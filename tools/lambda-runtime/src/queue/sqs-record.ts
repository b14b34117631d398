import type { QueueMessage } from './queue-port.ts';

/** A message as the function gets it: JSON text of one record of an SQS event. */
export const sqsRecord = (message: QueueMessage, queueArn: string): string => {
  const { messageId, receiptHandle, body, attributes, messageAttributes, md5OfBody } = message;
  const entries = Object.entries(messageAttributes).map(([name, attribute]) => [
    name,
    { ...attribute, stringListValues: [], binaryListValues: [] },
  ]);
  return JSON.stringify({
    messageId,
    receiptHandle,
    body,
    attributes,
    messageAttributes: Object.fromEntries(entries) as unknown,
    md5OfBody,
    md5OfMessageAttributes: message.md5OfMessageAttributes,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3],
  });
};

/** The event of one batch, out of its records. */
export const sqsEvent = (records: readonly string[]): string => `{"Records":[${records.join(',')}]}`;
