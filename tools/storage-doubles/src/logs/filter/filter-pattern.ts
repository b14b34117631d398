import { unsupportedPattern } from './filter-error.ts';
import { jsonFilter } from './json-filter.ts';
import { termFilter } from './term-filter.ts';

/**
 * The test of a filter pattern: unstructured terms, or a JSON pattern.
 *
 * Source: CloudWatch Logs user guide, "Filter pattern syntax". Regular expressions and space-delimited patterns are
 * refused by name. A term matches anywhere in a message; the guide leaves open whether it must be a word.
 *
 * @throws AwsError InvalidParameterException
 */
export const filterOf = (pattern: string): ((message: string) => boolean) => {
  const trimmed = pattern.trim();
  if (trimmed === '') return () => true;
  if (trimmed.startsWith('{')) return jsonFilter(trimmed);
  if (trimmed.startsWith('[')) throw unsupportedPattern('space-delimited patterns ([…])');
  if (trimmed.startsWith('%')) throw unsupportedPattern('regular expressions (%…%)');
  return termFilter(trimmed);
};
