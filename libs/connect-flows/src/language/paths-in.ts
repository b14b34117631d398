/** A reference in a text, such as `$.Attributes.name`, taken apart. */
export interface PathParts {
  /** As it is written. */
  readonly text: string;
  readonly keys: readonly string[];
}

const reference = /\$(?:\.?\[(?:'[^']*'|\d+|\*)\]|\.[A-Za-z0-9_-]+)+/g;
const key = /\[(?:'([^']*)'|(\d+|\*))\]|\.([A-Za-z0-9_-]+)/g;

/**
 * Every reference in a text. A key with other characters than letters, digits, `-` and `_` stands in brackets:
 * `$.Attributes.['my key']`.
 */
export const pathsIn = (text: string): readonly PathParts[] =>
  [...text.matchAll(reference)].map(([found]) => ({
    text: found,
    keys: [...found.matchAll(key)].map(([, quoted, index, plain]) => quoted ?? index ?? plain ?? ''),
  }));
