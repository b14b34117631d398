import { readFile } from 'node:fs/promises';
import { UnusableFileError } from './unusable-file-error.ts';

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a directory; name a file in it',
  EACCES: 'may not be read by you',
  ERR_FS_FILE_TOO_LARGE: 'is larger than 2 GiB; split it',
};

/** The bytes of a file of leads. @throws UnusableFileError saying why it cannot be read */
export async function readLeadsFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    throw new UnusableFileError(`The file ${file} ${problems[code] ?? `cannot be read (${code})`}`);
  }
}
