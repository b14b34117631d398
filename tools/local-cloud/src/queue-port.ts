import type { QueuePort } from '@atlas-engine/lambda-runtime';
import type { Sqs } from '@atlas-engine/messaging-doubles';

/** The queues as an event source mapping wants them. */
export const queuePort = (sqs: Sqs): QueuePort => ({
  receive: (queueArn, { max, visibilityTimeout }) =>
    sqs
      .receive(queueArn, {
        max,
        ...(visibilityTimeout === undefined ? {} : { visibilitySeconds: visibilityTimeout }),
      })
      .map(({ messageAttributes, ...message }) => ({
        ...message,
        messageAttributes: Object.fromEntries(
          Object.entries(messageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
            name,
            {
              dataType: DataType,
              ...(StringValue === undefined ? {} : { stringValue: StringValue }),
              ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
            },
          ]),
        ),
      })),
  delete: (queueArn, receiptHandles) => sqs.deleteMessages(queueArn, receiptHandles),
  onVisible: (queueArn, listener) => sqs.onMessage(queueArn, listener),
  visibilityTimeout: (queueArn) => Number(sqs.attributes(queueArn)['VisibilityTimeout']),
});
