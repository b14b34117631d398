import { completeUpload } from './complete-upload.ts';
import {
  checksumAlgorithms,
  checksumHeader,
  checksumValue,
  md5,
  type ChecksumAlgorithm,
} from './checksum/checksum.ts';
import { verifyBody } from './checksum/verify-body.ts';
import { listParts, listUploads } from './list-uploads.ts';
import { encryptionHeaders, traitsOf } from './object-traits.ts';
import { invalidArgument, invalidRequest, noSuchUpload } from './s3-error.ts';
import type { S3Core, S3Operations } from './s3-core.ts';
import type { S3Request } from './s3-request.ts';
import { emptyAnswer, xmlAnswer } from './s3-xml.ts';
import { quoted } from './stored-object.ts';
import type { Upload } from './uploads.ts';

const defaultType = (algorithm: ChecksumAlgorithm) =>
  algorithm === 'CRC64NVME' ? ('FULL_OBJECT' as const) : ('COMPOSITE' as const);

const isPossible = (algorithm: ChecksumAlgorithm, type: string): type is 'FULL_OBJECT' | 'COMPOSITE' => {
  if (type === 'COMPOSITE') return algorithm !== 'CRC64NVME';
  return type === 'FULL_OBJECT' && algorithm.startsWith('CRC');
};

/** How the parts will be proved, where the caller says it. @throws AwsError InvalidRequest */
const checksumPlan = ({ wire: { headers } }: S3Request): Upload['checksum'] => {
  const wanted = headers['x-amz-checksum-algorithm'];
  const given = headers['x-amz-checksum-type'];
  if (wanted === undefined && given === undefined) return undefined;
  const algorithm = checksumAlgorithms.find((name) => name === wanted);
  if (algorithm === undefined)
    throw invalidRequest(
      `Checksum algorithm provided is unsupported: ${wanted ?? 'none'}, only ${checksumAlgorithms.join(', ')}`,
    );
  const type = given ?? defaultType(algorithm);
  if (isPossible(algorithm, type)) return { algorithm, type };
  throw invalidRequest(`The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`);
};

/** The upload that a request names, which must be under way. */
const openUpload = ({ buckets, uploads }: S3Core, request: S3Request): Upload => {
  const id = request.wire.query.get('uploadId') ?? '';
  const upload = uploads.find(id, { bucket: buckets.get(request.bucket).name, key: request.key });
  if (upload.end !== undefined) throw noSuchUpload(id);
  return upload;
};

const partNumber = ({ wire }: S3Request): number => {
  const text = wire.query.get('partNumber') ?? '';
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= 10_000) return number;
  throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', {
    ArgumentName: 'partNumber',
    ArgumentValue: text,
  });
};

const uploadPart =
  (core: S3Core): S3Operations[string] =>
  (request) => {
    const { body } = request.wire;
    const number = partNumber(request);
    const { id, checksum: plan } = openUpload(core, request);
    const sent = verifyBody(request.wire);
    if (plan !== undefined && sent !== undefined && sent.algorithm !== plan.algorithm)
      throw invalidRequest(
        `Checksum Type mismatch occurred, expected checksum Type: ${plan.algorithm.toLowerCase()}, actual checksum Type: ${sent.algorithm.toLowerCase()}`,
      );
    const checksum = plan && { algorithm: plan.algorithm, value: checksumValue(plan.algorithm, body) };
    const etag = md5(body).toString('hex');
    core.uploads.putPart(
      { uploadId: id, number, size: body.length, etag, ...(checksum && { checksum }) },
      body,
    );
    const proof = checksum ?? sent;
    return emptyAnswer(200, {
      etag: quoted(etag),
      ...(proof && { [checksumHeader(proof.algorithm)]: proof.value }),
    });
  };

const createUpload =
  (core: S3Core): S3Operations[string] =>
  (request) => {
    const { bucket, key, wire } = request;
    const traits = traitsOf(wire.headers, core.buckets.get(bucket).encryption);
    const plan = checksumPlan(request);
    const { id } = core.uploads.start({ bucket, key, traits, ...(plan && { checksum: plan }) });
    return xmlAnswer(
      'InitiateMultipartUploadResult',
      { Bucket: bucket, Key: key, UploadId: id },
      {
        ...encryptionHeaders(traits),
        ...(plan && { 'x-amz-checksum-algorithm': plan.algorithm, 'x-amz-checksum-type': plan.type }),
      },
    );
  };

/** Operations on multipart uploads. */
export const uploadOperations = (core: S3Core): S3Operations => ({
  CreateMultipartUpload: createUpload(core),
  UploadPart: uploadPart(core),
  ListParts: (request) => listParts(core, request, openUpload(core, request)),
  ListMultipartUploads: (request) => listUploads(core, request),
  CompleteMultipartUpload: (request) => completeUpload(core, request),
  AbortMultipartUpload: ({ bucket, key, wire }) => {
    const upload = core.uploads.find(wire.query.get('uploadId') ?? '', {
      bucket: core.buckets.get(bucket).name,
      key,
    });
    // For some hours S3 answers a second time as it did the first.
    if (upload.end === undefined) core.uploads.end(upload);
    return emptyAnswer(204);
  },
});
