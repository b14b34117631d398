import type { QueueMessage, QueuePort } from '../index.ts';

export const queueArn = 'arn:aws:sqs:us-east-1:123456789012:dial';

export const messageOf = (number: number, body = 'ok'): QueueMessage => ({
  messageId: `m-${number}`,
  receiptHandle: `h-${number}`,
  body,
  md5OfBody: '00000000000000000000000000000000',
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1790000000000' },
  messageAttributes: {},
});

/** A queue whose messages, once received, stay invisible until they are deleted or shown again. */
export const fakeQueue = (changes: Partial<QueuePort> = {}) => {
  const visible: QueueMessage[] = [];
  const inFlight = new Map<string, QueueMessage>();
  const listeners = new Set<() => void>();
  const receives: number[] = [];
  const show = (...messages: readonly QueueMessage[]): void => {
    visible.push(...messages);
    for (const listener of listeners) listener();
  };
  const port: QueuePort = {
    receive: async (_arn, { max }) => {
      receives.push(max);
      const received = visible.splice(0, max);
      for (const message of received) inFlight.set(message.receiptHandle, message);
      return received;
    },
    delete: async (_arn, receiptHandles) => {
      for (const handle of receiptHandles) inFlight.delete(handle);
    },
    onVisible: (_arn, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...changes,
  };
  return {
    port,
    send: show,
    /** What a visibility timeout does. */
    showAgain: () => {
      const messages = [...inFlight.values()];
      inFlight.clear();
      show(...messages);
    },
    visible: () => visible.map(({ messageId }) => messageId),
    inFlight: () => [...inFlight.values()].map(({ messageId }) => messageId),
    listeners,
    receives,
  };
};
