import { AwsError } from '@atlas-engine/aws-wire';

/** What a receipt handle says: which message of which queue, and by which receive. */
export interface Receipt {
  readonly queue: string;
  readonly key: string;
  readonly token: string;
}

const prefix = 'AQEB';

export const receiptHandle = ({ queue, key, token }: Receipt): string =>
  prefix + Buffer.from([queue, key, token].join(' ')).toString('base64url');

/** @throws AwsError ReceiptHandleIsInvalid when it is not one of this queue. */
export const readReceiptHandle = (handle: string, queueName: string): Receipt => {
  const text = handle.startsWith(prefix)
    ? Buffer.from(handle.slice(prefix.length), 'base64url').toString()
    : '';
  const [queue, key, token] = text.split(' ');
  if (queue !== queueName || key === undefined || token === undefined) {
    throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }
  return { queue, key, token };
};
