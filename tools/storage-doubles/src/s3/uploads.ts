import { randomBytes } from 'node:crypto';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { BodyStore } from './body-store.ts';
import type { ChecksumAlgorithm, ChecksumType } from './checksum/checksum.ts';
import { noSuchUpload } from './s3-error.ts';
import type { ObjectTraits } from './stored-object.ts';

/** How an upload ended; kept for a day, since a caller that lost the answer asks again. */
export interface UploadEnd {
  readonly at: number;
  /** What the caller asked for, to know it again, and what it made; absent for an upload that was aborted. */
  readonly completed?: { readonly asked: string; readonly sequencer: string };
}

/** A multipart upload, under way or ended. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly traits: ObjectTraits;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Absent when the caller named no algorithm: then parts may use any. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly type: ChecksumType };
  readonly end?: UploadEnd;
}

/** A part of an upload. */
export interface Part {
  readonly uploadId: string;
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
  readonly bodyId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Multipart uploads and their parts, which outlive the process. */
export interface Uploads {
  start(upload: Omit<Upload, 'id' | 'startedAt' | 'end'>): Upload;
  /** Also one that has ended within the last day. @throws AwsError NoSuchUpload */
  find(id: string, place: { readonly bucket: string; readonly key: string }): Upload;
  /** Those under way in a bucket, by key and start. */
  list(bucket: string): readonly Upload[];
  putPart(part: Omit<Part, 'bodyId' | 'at'>, body: Uint8Array): void;
  /** By number. */
  parts(id: string): readonly Part[];
  read(part: Part): Buffer;
  /** Ends an upload and drops its parts. */
  end(upload: Upload, completed?: UploadEnd['completed']): void;
  forgetBucket(bucket: string): void;
}

/** The parts as they are stored. */
export const partRecords = (store: StateStore): Collection<Part> => store.collection('s3/parts');

const memory = 24 * 60 * 60_000;

const partId = (uploadId: string, number: number): string => `${uploadId}/${number}`;

/** The parts of each upload, by number. */
type PartIndex = Map<string, Map<number, Part>>;

const indexOf = (parts: Iterable<Part>): PartIndex => {
  const index: PartIndex = new Map();
  for (const part of parts)
    index.set(part.uploadId, (index.get(part.uploadId) ?? new Map<number, Part>()).set(part.number, part));
  return index;
};

/** Opens the uploads of the store. */
export const createUploads = (options: {
  readonly store: StateStore;
  readonly bodies: BodyStore;
  readonly now: () => number;
}): Uploads => {
  const { store, bodies, now } = options;
  const uploads: Collection<Upload> = store.collection('s3/uploads');
  const parts = partRecords(store);
  const index = indexOf(parts.values());

  const dropParts = (id: string): void => {
    for (const { number, bodyId } of index.get(id)?.values() ?? []) {
      parts.delete(partId(id, number));
      bodies.remove(bodyId);
    }
    index.delete(id);
  };
  const forgetOld = (): void => {
    for (const { id, end } of [...uploads.values()])
      if (end !== undefined && end.at + memory <= now()) uploads.delete(id);
  };

  return {
    start: (upload) => {
      forgetOld();
      const started = { ...upload, id: randomBytes(16).toString('hex'), startedAt: now() };
      uploads.set(started.id, started);
      return started;
    },
    find: (id, { bucket, key }) => {
      const upload = uploads.get(id);
      if (upload?.bucket !== bucket || upload.key !== key) throw noSuchUpload(id);
      return upload;
    },
    list: (bucket) => [...uploads.values()].filter((upload) => upload.bucket === bucket && !upload.end),
    putPart: (description, body) => {
      const { uploadId, number } = description;
      const known = index.get(uploadId) ?? new Map<number, Part>();
      const replaced = known.get(number);
      const part = { ...description, bodyId: bodies.write(body), at: now() };
      parts.set(partId(uploadId, number), part);
      index.set(uploadId, known.set(number, part));
      if (replaced !== undefined) bodies.remove(replaced.bodyId);
    },
    parts: (id) => [...(index.get(id)?.values() ?? [])].sort((a, b) => a.number - b.number),
    read: ({ bodyId }) => bodies.read(bodyId),
    end: (upload, completed) => {
      dropParts(upload.id);
      uploads.set(upload.id, { ...upload, end: { at: now(), ...(completed && { completed }) } });
    },
    forgetBucket: (bucket) => {
      for (const upload of [...uploads.values()].filter((candidate) => candidate.bucket === bucket)) {
        dropParts(upload.id);
        uploads.delete(upload.id);
      }
    },
  };
};
