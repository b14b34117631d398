/** What Lex puts into headers: JSON, compressed with gzip, in base64. Undefined for no header. @throws when it is none */
export async function unpack(header: string | null): Promise<unknown> {
  if (!header) return undefined;
  const bytes = Uint8Array.from(atob(header), (character) => character.charCodeAt(0));
  const text = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  return JSON.parse(text) as unknown;
}

/** JSON as Lex takes it in headers. */
export async function pack(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
