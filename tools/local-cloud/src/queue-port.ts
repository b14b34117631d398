import { AwsError } from '@atlas-engine/aws-wire';
import type { QueuePort } from '@atlas-engine/lambda-runtime';
import type { Sqs } from '@atlas-engine/messaging-doubles';
import type { ServiceAccess } from './permissions/service-access.ts';

/** The queues as an event source mapping wants them: used in the name of its function's role. */
export const queuePort = (sqs: Sqs, access: ServiceAccess): QueuePort => ({
  ...openQueues(sqs),
  asRole: (roleArn, functionName) => asRole(openQueues(sqs), { roleArn, session: functionName }, access),
});

const openQueues = (sqs: Sqs) => ({
  receive: (
    queueArn: string,
    { max, visibilityTimeout }: { readonly max: number; readonly visibilityTimeout?: number },
  ) =>
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
  delete: (queueArn: string, receiptHandles: readonly string[]) =>
    sqs.deleteMessages(queueArn, receiptHandles),
  onVisible: (queueArn: string, listener: () => void) => sqs.onMessage(queueArn, listener),
  visibilityTimeout: (queueArn: string) => Number(sqs.attributes(queueArn)['VisibilityTimeout']),
});

const asRole = (
  queues: ReturnType<typeof openQueues>,
  actor: { readonly roleArn: string; readonly session: string },
  access: ServiceAccess,
): QueuePort => ({
  ...queues,
  receive(queueArn, options) {
    access.require(actor, 'sqs:ReceiveMessage', queueArn);
    return queues.receive(queueArn, options);
  },
  delete(queueArn, receiptHandles) {
    access.require(actor, 'sqs:DeleteMessage', queueArn);
    queues.delete(queueArn, receiptHandles);
  },
  visibilityTimeout(queueArn) {
    if (access.may(actor, 'sqs:GetQueueAttributes', queueArn)) return queues.visibilityTimeout(queueArn);
    throw new AwsError(
      'InvalidParameterValueException',
      'The function execution role does not have permissions to call GetQueueAttributes on SQS',
    );
  },
});
