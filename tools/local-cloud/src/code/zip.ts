import { crc32, inflateRawSync } from 'node:zlib';

/** A file of a zip archive. */
export interface ZipEntry {
  /** With `/` between its parts. */
  readonly name: string;
  readonly content: Buffer;
}

/** An archive that cannot be read; says why. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const longestComment = 65_535;
const stored = 0;
const deflated = 8;

/** Where the directory of an archive is said to be; archives of Lambda are too small for zip64. */
function endOfDirectory(archive: Buffer): number {
  const first = Math.max(0, archive.length - endBytes - longestComment);
  for (let at = archive.length - endBytes; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  throw new ZipError('is not a zip archive');
}

/** The files of a zip archive (APPNOTE 6.3.10), stored or deflated. @throws ZipError for anything else, or a broken one */
export function readZip(archive: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entrySignature)
      throw new ZipError('has a broken directory');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) entries.push({ name: checkedName(name), content: contentOf(archive, at, name) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function checkedName(name: string): string {
  const isOutside = name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');
  if (isOutside || name === '') throw new ZipError(`${name}: leads out of the archive`);
  return name;
}

function contentOf(archive: Buffer, entry: number, name: string): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + size);
  if (method !== stored && method !== deflated)
    throw new ZipError(`${name}: the compression method ${method} is not supported`);
  const content = method === stored ? packed : inflateRawSync(packed);
  if (crc32(content) !== archive.readUInt32LE(entry + 16)) throw new ZipError(`${name}: is damaged`);
  return content;
}
