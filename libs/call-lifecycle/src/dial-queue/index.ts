import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DialRequest } from '@atlas-engine/domain';
import { serviceFailure } from '../service-failure.ts';

/** The queue of calls that wait to be dialled. At least once: a repeated message is harmless. */
export interface DialQueue {
  /**
   * `delaySeconds` is 0 to 900. The request may carry more than its ids; the consumer's schema says what.
   * @throws ServiceUnavailableError, ServiceRefusedError
   */
  add(request: DialRequest, delaySeconds?: number): Promise<void>;
}

/** The dial queue in SQS. Messages hold ids and moments only. */
export function sqsDialQueue(client: Pick<SQSClient, 'send'>, queueUrl: string): DialQueue {
  return {
    async add(request, delaySeconds = 0) {
      const command = new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(request),
        DelaySeconds: Math.max(0, Math.min(900, Math.ceil(delaySeconds))),
      });
      try {
        await client.send(command);
      } catch (error) {
        throw serviceFailure('SendMessage', error);
      }
    },
  };
}
