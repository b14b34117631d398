/**
 * Puts untrusted material into a prompt as data: JSON in which no tag can be closed or opened, under a name that
 * the instructions refer to.
 */
export const dataBlock = (name: string, value: unknown): string =>
  `<data name="${name}">\n${escapeTags(JSON.stringify(value))}\n</data>`;

const escapeTags = (json: string): string => json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
