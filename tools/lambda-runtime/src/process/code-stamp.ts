import { statSync } from 'node:fs';
import { join } from 'node:path';

const extensions = ['.js', '.mjs', '.cjs'];

/** The file that holds the handler, in the order in which the runtime looks; undefined when there is none. */
export const handlerFile = (codeDirectory: string, handler: string): string | undefined => {
  const module = /^(.*\/)?[^/.]+/.exec(handler)?.[0] ?? handler;
  return extensions
    .map((extension) => join(codeDirectory, `${module}${extension}`))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
};

/** Changes when the code on disk does; `absent` while a build replaces it. */
export const codeStamp = (codeDirectory: string, handler: string): string => {
  const file = handlerFile(codeDirectory, handler);
  const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}/${stats.size}/${stats.ino}` : 'absent';
};
