/** An element of a picture as text. Numbers and texts are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const open = `<${name}${list.join('')}`;
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`;
}

/** A text in a picture. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A text in lines of at most so many characters; the last ends with … when more would follow. */
export function wrapped(text: string, width: number, lines: number): readonly string[] {
  const all = text.split(/\s+/).reduce<readonly string[]>((done, word) => {
    const last = done.at(-1);
    if (last === undefined) return [word];
    return `${last} ${word}`.length <= width ? [...done.slice(0, -1), `${last} ${word}`] : [...done, word];
  }, []);
  const kept = all.slice(0, lines).map((line) => shortened(line, width));
  return all.length > lines ? [...kept.slice(0, -1), shortened(`${kept.at(-1) ?? ''} …`, width)] : kept;
}

const shortened = (line: string, width: number): string =>
  line.length <= width ? line : `${line.slice(0, width - 1).trimEnd()}…`;
