import { notImplemented } from './s3-error.ts';
import type { S3Core, S3Operations } from './s3-core.ts';
import { emptyAnswer, readDocument, xmlAnswer } from './s3-xml.ts';

/** Whether a bucket tells EventBridge of new objects; other kinds of notification are refused by name. */
export const notificationOperations = ({ buckets }: S3Core): S3Operations => ({
  GetBucketNotificationConfiguration: ({ bucket }) =>
    xmlAnswer(
      'NotificationConfiguration',
      buckets.get(bucket).events ? { EventBridgeConfiguration: {} } : {},
    ),
  PutBucketNotificationConfiguration: ({ bucket, wire }) => {
    buckets.get(bucket);
    const document = readDocument(wire.body, 'NotificationConfiguration');
    const other = Object.keys(document).find((name) => name !== 'EventBridgeConfiguration');
    if (other !== undefined) throw notImplemented(`${other} of NotificationConfiguration`);
    buckets.set(bucket, { events: document['EventBridgeConfiguration'] !== undefined });
    return emptyAnswer(200);
  },
});
