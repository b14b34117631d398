import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AwsError } from '@atlas-engine/aws-wire';
import type { S3 } from '@atlas-engine/storage-doubles';
import { readZip, ZipError } from './zip.ts';

/** The code of functions as folders that never change: one for each content. */
export interface CodeStore {
  /** The folder with the code of an archive in S3, or of an asset that was published. @throws AwsError */
  directory(bucket: string, key: string): string;
  /** Makes the folder of an asset known under its key, as if its archive were in S3. */
  publish(key: string, folder: string): void;
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 32);

const invalidCode = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

/** Opens the code in a directory of its own. */
export function createCodeStore(path: string, s3: Pick<S3, 'getObject' | 'buckets'>): CodeStore {
  mkdirSync(path, { recursive: true });

  /** Fills a folder under another name first, so that one that exists is whole. */
  const fill = (name: string, write: (folder: string) => void): string => {
    const folder = join(path, name);
    if (existsSync(folder)) return folder;
    const draft = join(path, `draft-${name}`);
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    write(draft);
    renameSync(draft, folder);
    return folder;
  };

  const assetFolder = (key: string): string => `asset-${basename(key, '.zip')}`;

  const unzip = (archive: Buffer): string =>
    fill(`archive-${hashOf(archive)}`, (folder) => {
      for (const { name, content } of readZip(archive)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    });

  return {
    publish: (key, folder) =>
      void fill(assetFolder(key), (target) => cpSync(folder, target, { recursive: true })),
    directory: (bucket, key) => {
      const archive = s3.buckets().includes(bucket) ? s3.getObject(bucket, key) : undefined;
      if (archive === undefined) {
        const published = join(path, assetFolder(key));
        if (existsSync(published)) return published;
        throw invalidCode(
          'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
        );
      }
      try {
        return unzip(archive);
      } catch (error) {
        if (!(error instanceof ZipError)) throw error;
        throw invalidCode(`Could not unzip uploaded file: it ${error.message}`);
      }
    },
  };
}
