/** A line of text; none where there is nothing to say. */
export const labelled = (label: string, text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : `${label}: ${text}`;

/** One text of the lines that there are. */
export const textOf = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined).join('\n');
