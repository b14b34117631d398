import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AtlasError, type WrapUpMessage } from '@atlas-engine/domain';

/** The queue by which wrap-ups reach the CRM. At least once, in any order: its consumer reads everything anew. */
export interface WrapUpQueue {
  /** Before the wrap-up is written, so that none is forgotten. @throws WrapUpQueueError, retryable */
  readonly announce: (message: WrapUpMessage) => Promise<void>;
}

/** The queue did not take a message: nothing was saved. */
export class WrapUpQueueError extends AtlasError {
  override readonly name = 'WrapUpQueueError';
  override readonly code = 'WRAP_UP_QUEUE';

  constructor(cause: unknown) {
    super('The queue of wrap-ups did not take a message.', { retryable: true, cause });
  }
}

/** Longer than the write takes that follows. */
const delaySeconds = 2;

export const sqsWrapUpQueue = (client: Pick<SQSClient, 'send'>, queueUrl: string): WrapUpQueue => ({
  announce: async (message) => {
    try {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(message),
          DelaySeconds: delaySeconds,
        }),
      );
    } catch (error) {
      throw new WrapUpQueueError(error);
    }
  },
});
