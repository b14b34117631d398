import { gunzipSync, gzipSync } from 'node:zlib';
import { invalidField } from '@atlas-engine/aws-wire';

/** Far more than headers may carry: whoever packs more gets an error in place of memory. */
const longest = 1_000_000;

/** JSON as Lex puts it into headers: compressed, then base64. */
export const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');

/** @throws AwsError ValidationException for a header that is not packed JSON */
export function unpacked(header: string, value: string | undefined): unknown {
  if (value === undefined) return undefined;
  try {
    const text = gunzipSync(Buffer.from(value, 'base64'), { maxOutputLength: longest }).toString('utf8');
    return JSON.parse(text);
  } catch {
    throw invalidField(header, 'must be JSON, compressed with gzip and encoded in base64');
  }
}
