/** A message attribute as SQS gives it; binary values in base64. */
export interface QueueMessageAttribute {
  readonly dataType: string;
  readonly stringValue?: string;
  readonly binaryValue?: string;
}

/** A message as ReceiveMessage gives it with all attributes. */
export interface QueueMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly md5OfBody: string;
  /** `ApproximateReceiveCount`, `SentTimestamp`, … */
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, QueueMessageAttribute>>;
  readonly md5OfMessageAttributes?: string;
}

/** What an event source mapping needs of queues; the SQS double gives it. */
export interface QueuePort {
  /** At most `max` messages (1 to 10) that become invisible for the queue's visibility timeout; none when none is visible. */
  receive(
    queueArn: string,
    options: { readonly max: number; readonly visibilityTimeout?: number },
  ): readonly QueueMessage[] | Promise<readonly QueueMessage[]>;
  delete(queueArn: string, receiptHandles: readonly string[]): void | Promise<void>;
  /** Calls `listener` when a message becomes visible. Returns what ends that. */
  onVisible(queueArn: string, listener: () => void): () => void;
  /** The queues as a function's role may use them; without it as the host itself. */
  asRole?(roleArn: string, functionName: string): QueuePort;
  /** In seconds; lets a mapping be refused whose function may run for longer, as the service refuses it. */
  visibilityTimeout?(queueArn: string): number;
}
