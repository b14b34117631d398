const stringType = 0x02;

/** The key–text pairs of a BSON document that holds nothing but texts. */
export function readBsonTexts(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  let at = 4;
  while (view.getUint8(at) !== 0) {
    if (view.getUint8(at) !== stringType) {
      throw new UnexpectedBsonError(
        `BSON element at byte ${String(at)} is no text; only texts are read here.`,
      );
    }
    const keyEnd = bytes.indexOf(0, at + 1);
    const length = view.getInt32(keyEnd + 1, true);
    const textStart = keyEnd + 5;
    const text = decoder.decode(bytes.subarray(textStart, textStart + length - 1));
    texts.set(decoder.decode(bytes.subarray(at + 1, keyEnd)), text);
    at = textStart + length;
  }
  return texts;
}

/** The resource is not what this reader knows. */
export class UnexpectedBsonError extends Error {
  override readonly name = 'UnexpectedBsonError';
}
