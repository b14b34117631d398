import { AwsError } from '@atlas-engine/aws-wire';

/** Makes an error of S3, by the codes and statuses of its API reference ("Error responses"). */
const refuse =
  (code: string, status: number) =>
  (message: string, members: Readonly<Record<string, unknown>> = {}): AwsError =>
    new AwsError(code, message, { status, members });

export const invalidArgument = refuse('InvalidArgument', 400);
export const invalidRequest = refuse('InvalidRequest', 400);
export const badDigest = refuse('BadDigest', 400);

/** For a bucket that is not there. */
export const noSuchBucket = (name: string): AwsError =>
  refuse('NoSuchBucket', 404)('The specified bucket does not exist', { BucketName: name });
/** For an object that is not there. */
export const noSuchKey = (key: string): AwsError =>
  refuse('NoSuchKey', 404)('The specified key does not exist.', { Key: key });
/** For an upload that is not there, or has ended. */
export const noSuchUpload = (uploadId: string): AwsError =>
  refuse('NoSuchUpload', 404)(
    'The specified multipart upload does not exist. The upload ID might be invalid, or the multipart upload might have been aborted or completed.',
    { UploadId: uploadId },
  );
/** For a condition that does not hold. */
export const preconditionFailed = (condition: string): AwsError =>
  refuse('PreconditionFailed', 412)('At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });
/** For a document that is not what the operation takes. */
export const malformedXml = (problem: string): AwsError =>
  refuse(
    'MalformedXML',
    400,
  )(`The XML you provided was not well-formed or did not validate against our published schema: ${problem}`);
/** For a header or value that S3 may know and the double does not. */
export const notImplemented = (what: string): AwsError =>
  refuse('NotImplemented', 501)(`s3: the local double does not support ${what}`);
export { refuse as s3Refusal };
