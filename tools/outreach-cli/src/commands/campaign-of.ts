import { basename, extname } from 'node:path';
import { cleanText } from '@atlas-engine/domain';
import { UnusableFileError } from '../leads-file/unusable-file-error.ts';

/** The greatest length of a campaign's name, in UTF-16 code units. */
export const longestCampaign = 80;

/** A usable name of a campaign, else undefined. */
export function readCampaign(text: string): string | undefined {
  const name = cleanText(text);
  return name === '' || name.length > longestCampaign ? undefined : name;
}

/**
 * The campaign of a file that none is given for: its name. A longer one is not cut: two files with one beginning would
 * be one campaign, and their leads duplicates.
 *
 * @throws UnusableFileError when the file's name cannot be a campaign's
 */
export function campaignOfFile(file: string): string {
  const name = readCampaign(basename(file, extname(file)));
  if (name !== undefined) return name;
  throw new UnusableFileError(
    `The file's name is no name for a campaign (1 to ${longestCampaign} characters): give one with --campaign`,
  );
}
