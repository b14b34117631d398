import type { AwsError } from '@atlas-engine/aws-wire';
import { s3Refusal } from './s3-error.ts';

/** Keeps bodies under ids of their own: a body never changes, a new content is a new body. */
export interface BodyStore {
  /** Gives the id. The body is safe before any record can name it. */
  write(body: Uint8Array): string;
  /** @throws AwsError InternalError when there is no such body. */
  read(id: string): Buffer;
  /** The body goes once no durable record names it any more. */
  remove(id: string): void;
}

/** For a record whose body is not where it should be. */
export const missingBody = (id: string): AwsError =>
  s3Refusal(
    'InternalError',
    500,
  )(
    `The body ${id} of the object is missing: the local cloud must be given the directory that it was started with`,
  );
