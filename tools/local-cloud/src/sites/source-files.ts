import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DeploymentProperties } from './deployment-properties.ts';

/** The files of a folder by their names within it, with `/` between the parts. */
function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
      }),
  );
}

const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);

/** Puts the values of a deployment in the place of the markers that the synthesis left. */
function filled(content: Buffer, markers: Readonly<Record<string, string>>, jsonEscape: boolean): Buffer {
  const entries = Object.entries(markers);
  if (entries.length === 0) return content;
  const text = entries.reduce(
    (whole, [marker, value]) => whole.replaceAll(marker, () => (jsonEscape ? escaped(value) : value)),
    content.toString('latin1'),
  );
  return Buffer.from(text, 'latin1');
}

/** All files of the sources; of one name those of the last source. */
export function sourceFiles(
  folders: readonly string[],
  { SourceMarkers, SourceMarkersConfig }: DeploymentProperties,
): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const [index, folder] of folders.entries()) {
    const { jsonEscape = false } = SourceMarkersConfig[index] ?? {};
    for (const [name, content] of filesIn(folder))
      files.set(name, filled(content, SourceMarkers[index] ?? {}, jsonEscape));
  }
  return files;
}
