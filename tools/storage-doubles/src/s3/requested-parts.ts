import { checksumAlgorithms, checksumElement } from './checksum/checksum.ts';
import { invalidRequest, malformedXml, s3Refusal } from './s3-error.ts';
import { readDocument, recordsOf } from './s3-xml.ts';
import { unquoted } from './stored-object.ts';
import type { Part, Upload } from './uploads.ts';

interface RequestedPart {
  readonly number: number;
  readonly etag: string;
  /** By the element's name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Bytes of every part but the last (S3 user guide, "Amazon S3 multipart upload limits"). */
const smallestPart = 5 * 1024 * 1024;

const checksumElements = checksumAlgorithms.map(checksumElement);

const requestedPart = ({ PartNumber, ETag, ...others }: Record<string, unknown>): RequestedPart => {
  const number = Number(PartNumber);
  if (!Number.isInteger(number) || typeof ETag !== 'string')
    throw malformedXml('every Part must have a PartNumber and an ETag');
  const checksums = Object.entries(others).map(([name, value]) => {
    if (checksumElements.includes(name)) return [name, String(value)] as const;
    throw malformedXml(`Part must not hold ${name}`);
  });
  return { number, etag: unquoted(ETag), checksums: Object.fromEntries(checksums) };
};

const invalidPart = ({ number, etag }: RequestedPart, uploadId: string): Error =>
  s3Refusal('InvalidPart', 400)(
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { UploadId: uploadId, PartNumber: number, ETag: etag },
  );

const checkChecksum = (requested: RequestedPart, part: Part, upload: Upload): void => {
  const { checksum: plan } = upload;
  if (plan === undefined || part.checksum === undefined) return;
  const sent = requested.checksums[checksumElement(plan.algorithm)];
  if (sent === undefined && plan.type === 'COMPOSITE')
    throw invalidRequest(
      `The upload was created using a ${plan.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${requested.number} in the request.`,
    );
  if (sent !== undefined && sent !== part.checksum.value) throw invalidPart(requested, upload.id);
};

const checkSizes = (parts: readonly Part[]): void => {
  const small = parts.slice(0, -1).find(({ size }) => size < smallestPart);
  if (small === undefined) return;
  throw s3Refusal('EntityTooSmall', 400)('Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: small.size,
    MinSizeAllowed: smallestPart,
    PartNumber: small.number,
    ETag: small.etag,
  });
};

const checkOrder = (requested: readonly RequestedPart[]): void => {
  if (requested.some(({ number }, index) => number <= (requested[index - 1]?.number ?? 0)))
    throw s3Refusal(
      'InvalidPartOrder',
      400,
    )('The list of parts was not in ascending order. Parts must be ordered by part number.');
};

/**
 * The parts that an upload is to be put together from, in the order asked for.
 *
 * @throws AwsError MalformedXML, InvalidPartOrder, InvalidPart, InvalidRequest or EntityTooSmall.
 */
export const requestedParts = (body: Buffer, upload: Upload, known: readonly Part[]): readonly Part[] => {
  const requested = recordsOf(readDocument(body, 'CompleteMultipartUpload'), 'Part').map(requestedPart);
  if (requested.length === 0) throw malformedXml('CompleteMultipartUpload must hold a Part');
  checkOrder(requested);
  const byNumber = new Map(known.map((part) => [part.number, part]));
  const parts = requested.map((wanted) => {
    const part = byNumber.get(wanted.number);
    if (part?.etag !== wanted.etag) throw invalidPart(wanted, upload.id);
    checkChecksum(wanted, part, upload);
    return part;
  });
  checkSizes(parts);
  return parts;
};
