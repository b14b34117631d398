/** Which files an `aws s3 sync` is about. */
export interface FileFilter {
  readonly exclude: readonly string[];
  readonly include: readonly string[];
}

/** As Python's `fnmatch`: `*` stands for anything, slashes too, `?` for one character. */
const fits = (name: string, pattern: string): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
};

/** Whether a file is meant: all are, but what is excluded, but what of that is included again. */
export const isMeant = (name: string, { exclude, include }: FileFilter): boolean =>
  !exclude.some((pattern) => fits(name, pattern)) || include.some((pattern) => fits(name, pattern));
