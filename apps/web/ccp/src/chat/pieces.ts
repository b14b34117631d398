/** A part of a text; with `href` when it is a web address. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Web addresses in a text. Only `http` and `https` become links; everything else stays what it is: text. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"']+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push(URL.canParse(address) ? { text: address, href: new URL(address).href } : { text: address });
    end = match.index + address.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}
