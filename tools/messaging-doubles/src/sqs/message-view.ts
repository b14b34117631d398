import type { MessageAttribute } from '../delivery/deliver.ts';
import { attributesDigest } from './message-digest.ts';
import type { ReceivedMessage } from './receive.ts';

/** What a caller of ReceiveMessage asked to see. */
export interface RequestedAttributes {
  readonly system: readonly string[];
  /** Names, `prefix.*`, or `All` and `.*` for all. */
  readonly message: readonly string[];
}

const isRequested = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => {
    if (pattern === 'All' || pattern === '.*') return true;
    return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  });

const pick = <T>(values: Readonly<Record<string, T>>, patterns: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isRequested(name, patterns)));

/** A message in the shape of ReceiveMessage, with the attributes that were asked for. */
export const messageView = (
  message: ReceivedMessage,
  requested: RequestedAttributes,
): Record<string, unknown> => {
  const attributes = pick(message.attributes, requested.system);
  const messageAttributes: Record<string, MessageAttribute> = pick(
    message.messageAttributes,
    requested.message,
  );
  const digest = attributesDigest(messageAttributes);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.md5OfBody,
    Body: message.body,
    ...(Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...(digest !== undefined && { MessageAttributes: messageAttributes, MD5OfMessageAttributes: digest }),
  };
};
