import { invalidArgument, notImplemented, s3Refusal } from './s3-error.ts';
import { defaultContentType, type ObjectTraits } from './stored-object.ts';

type Headers = Readonly<Record<string, string>>;

const asSent = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires'];
const storageClasses = ['STANDARD', 'REDUCED_REDUNDANCY', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING'];
/** Bytes of all names and values together (S3 user guide, "User-defined object metadata"). */
const mostMetadata = 2048;

const present = (entries: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const metadataOf = (headers: Headers): Record<string, string> => {
  const metadata = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('x-amz-meta-') ? [[name.slice('x-amz-meta-'.length), value]] : [],
    ),
  );
  const size = Buffer.byteLength(Object.entries(metadata).flat().join(''));
  if (size <= mostMetadata) return metadata;
  throw s3Refusal('MetadataTooLarge', 400)('Your metadata headers exceed the maximum allowed metadata size', {
    Size: size,
    MaxSizeAllowed: mostMetadata,
  });
};

const storageClass = (headers: Headers): string | undefined => {
  const wanted = headers['x-amz-storage-class'];
  if (wanted === undefined || wanted === 'STANDARD') return undefined;
  if (storageClasses.includes(wanted)) return wanted;
  throw notImplemented(`x-amz-storage-class ${wanted}, only ${storageClasses.join(', ')}`);
};

const encryption = (headers: Headers, ofBucket: Headers): Headers => {
  const algorithm = headers['x-amz-server-side-encryption'];
  if (algorithm === undefined) return ofBucket;
  if (algorithm !== 'AES256' && algorithm !== 'aws:kms')
    throw invalidArgument('The encryption method specified is not supported: AES256 or aws:kms', {
      ArgumentName: 'x-amz-server-side-encryption',
    });
  const key = 'x-amz-server-side-encryption-aws-kms-key-id';
  const bucketKey = 'x-amz-server-side-encryption-bucket-key-enabled';
  return present({
    'x-amz-server-side-encryption': algorithm,
    [key]: headers[key],
    [bucketKey]: headers[bucketKey],
  });
};

/** Access control lists are off, as in every bucket that was made since April 2023. */
const checkAcl = (headers: Headers): void => {
  const acl = headers['x-amz-acl'];
  if (acl === undefined || acl === 'bucket-owner-full-control') return;
  throw s3Refusal('AccessControlListNotSupported', 400)('The bucket does not allow ACLs');
};

/**
 * Reads what a request says about the object that it writes.
 *
 * @throws AwsError MetadataTooLarge, InvalidArgument, AccessControlListNotSupported or NotImplemented.
 */
export const traitsOf = (headers: Headers, ofBucket: Headers): ObjectTraits => {
  checkAcl(headers);
  return {
    contentType: headers['content-type'] ?? defaultContentType,
    metadata: metadataOf(headers),
    headers: present({
      ...Object.fromEntries(asSent.map((name) => [name, headers[name]])),
      'x-amz-storage-class': storageClass(headers),
      ...encryption(headers, ofBucket),
    }),
  };
};

/** The headers about encryption, which answers to writes repeat. */
export const encryptionHeaders = ({ headers }: ObjectTraits): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')),
  );
