import type { Checksum } from './checksum/checksum.ts';

/** What the writer of an object says about it, beside its body. */
export interface ObjectTraits {
  readonly contentType: string;
  /** Names in lower case, without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Headers that go out with the object as they came: caching, encoding, storage class, encryption. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What S3 keeps of an object beside its body. */
export interface StoredObject extends ObjectTraits {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  /** Hexadecimal; of two writes of one key the later one has the greater. */
  readonly sequencer: string;
  readonly bodyId: string;
}

/** An object that a service stores. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array;
  /** `binary/octet-stream` by default. */
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** An object whose content has been proved. */
export interface ObjectContent {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array;
  readonly traits: ObjectTraits;
  readonly checksum: Checksum;
  /** Of an object that was put together from parts; else the MD5 of the body. */
  readonly etag?: string;
}

/** The type of an object whose writer names none. */
export const defaultContentType = 'binary/octet-stream';

/** The storage class of an object or upload, as lists show it. */
export const storageClassOf = ({ headers }: ObjectTraits): string =>
  headers['x-amz-storage-class'] ?? 'STANDARD';

/** An entity tag, as headers and documents show it. */
export const quoted = (etag: string): string => `"${etag}"`;

/** An entity tag without its quotes. */
export const unquoted = (tag: string): string => tag.trim().replace(/^"(.*)"$/s, '$1');
