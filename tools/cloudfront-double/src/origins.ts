import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';

/** A read of an object in the name of a distribution, which the bucket's policy must allow. */
export interface ObjectRead {
  /** `bucket.s3.region.amazonaws.com` */
  readonly domain: string;
  readonly distributionArn: string;
  /** GET or HEAD, with the object's path. */
  readonly request: WireRequest;
}

/** Where distributions get answers from. */
export interface Origins {
  readObject(read: ObjectRead): Promise<WireResponse>;
  /** Hands a request on to a server; undefined when nothing listens at the domain. */
  ask(domain: string, request: WireRequest): Promise<WireResponse | undefined>;
}
