import { createHash, randomBytes } from 'node:crypto';

const prefix = 'AQCUAAAAKgAAAAMAAAAAAAAA';
const secretBytes = 48;
const checkBytes = 6;
const tokenBytes = secretBytes + checkBytes;

const checkOf = (secret: Buffer): Buffer =>
  createHash('sha256').update(secret).digest().subarray(0, checkBytes);

/** Makes a task token: 384 random bits, and a check that tells a mangled token from one of another engine. */
export const newToken = (): string => {
  const secret = randomBytes(secretBytes);
  return prefix + Buffer.concat([secret, checkOf(secret)]).toString('base64');
};

/** Whether a text could be a token that {@link newToken} made. */
export const isTokenForm = (token: string): boolean => {
  const encoded = token.slice(prefix.length);
  const bytes = Buffer.from(encoded, 'base64');
  // Decoding skips what is not base64, so only the way back shows that there was nothing else.
  if (prefix + bytes.toString('base64') !== token || bytes.length !== tokenBytes) return false;
  return checkOf(bytes.subarray(0, secretBytes)).equals(bytes.subarray(secretBytes));
};
