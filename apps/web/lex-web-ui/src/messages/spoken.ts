/** A text without the marks of markdown, as it is read out. */
export const spoken = (text: string): string =>
  text
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+])\s+/gm, '')
    .replace(/(\*\*|__|~~|`{1,3}|\*)/g, '')
    .trim();
