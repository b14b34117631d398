/** The JSON of each `<data name="…">` element in a text, by name. */
export function materialIn(text: string): ReadonlyMap<string, unknown> {
  const blocks = text.matchAll(/<data name="([^"]+)">\n(.*?)\n<\/data>/gs);
  return new Map([...blocks].map((block) => [block[1] ?? '', JSON.parse(block[2] ?? 'null') as unknown]));
}
