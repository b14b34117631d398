import { UnusableFileError } from './unusable-file-error.ts';

const utf16 = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

/**
 * The text of a file in UTF-8 (with or without byte order mark) or UTF-16 with one.
 *
 * @throws UnusableFileError for anything else
 */
export function decode(bytes: Uint8Array): string {
  const encoding = utf16(bytes) ?? 'utf-8';
  // A zero so early is the other half of a character in UTF-16 without its mark; it would pass for UTF-8.
  if (encoding === 'utf-8' && bytes.subarray(0, 4).includes(0)) throw notText();
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw notText();
  }
}

const notText = () =>
  new UnusableFileError(
    'The file is neither UTF-8 text nor UTF-16 with a byte order mark: save it as "CSV UTF-8" and try again',
  );
