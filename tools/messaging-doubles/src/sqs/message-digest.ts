import { createHash, type Hash } from 'node:crypto';
import type { MessageAttribute } from '../delivery/deliver.ts';

const textTransport = 1;
const binaryTransport = 2;

/** The MD5 of a message's body, which SDKs check. */
export const bodyDigest = (body: string): string => createHash('md5').update(body).digest('hex');

const addPart = (hash: Hash, bytes: Buffer): void => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  hash.update(length).update(bytes);
};

/**
 * The MD5 of message attributes: by name in ascending order, each name, type and value with its length before it.
 * Undefined when there are none. Source: SQS developer guide, "Calculating the MD5 message digest for message attributes".
 */
export const attributesDigest = (
  attributes: Readonly<Record<string, MessageAttribute>>,
): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const { DataType = '', StringValue, BinaryValue } = attributes[name] ?? {};
    addPart(hash, Buffer.from(name));
    addPart(hash, Buffer.from(DataType));
    hash.update(Buffer.of(BinaryValue === undefined ? textTransport : binaryTransport));
    addPart(
      hash,
      BinaryValue === undefined ? Buffer.from(StringValue ?? '') : Buffer.from(BinaryValue, 'base64'),
    );
  }
  return hash.digest('hex');
};
