const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Three characters that say which of the fifteen are upper case, five bits each, lowest first. */
export function caseSuffix(id: string): string {
  const chunks = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
  return chunks.map((chunk) => suffixAlphabet.charAt(upperCaseBits(chunk))).join('');
}

const upperCaseBits = (chunk: string): number =>
  Array.from(chunk).reduce((bits, character, index) => bits | (/[A-Z]/.test(character) ? 1 << index : 0), 0);

/** The n-th record id of an object: key prefix, instance, serial number in base 62, case suffix. */
export function recordId(keyPrefix: string, serial: number): string {
  let rest = serial;
  let text = '';
  for (let place = 0; place < 6; place += 1) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  const short = `${keyPrefix}Ak0000${text}`;
  return short + caseSuffix(short);
}

/** The 18-character form of a record id, or undefined when the text is not one. */
export function longRecordId(text: string): string | undefined {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return undefined;
  const short = text.slice(0, 15);
  const long = short + caseSuffix(short);
  return text.length === 15 || text === long ? long : undefined;
}
