import type { WriteOrigin } from './s3-core.ts';
import type { StoredObject } from './stored-object.ts';

/** An `Object Created` event of EventBridge, of which the host makes the envelope. */
export interface ObjectCreated {
  readonly bucket: string;
  /** As in the S3 user guide, "EventBridge event message structure". */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The event's detail; its key is not encoded. */
export const createdDetail = (
  { bucket, key, size, etag, sequencer }: StoredObject,
  { reason, requester }: WriteOrigin,
): ObjectCreated['detail'] => ({
  version: '0',
  bucket: { name: bucket },
  object: { key, size, etag, sequencer },
  'request-id': sequencer.slice(-16),
  requester,
  reason,
});
