/** What stands in place of a value that must not be logged. */
export const redacted = '[redacted]';

/** Longer text is cut before it is searched: a log line is not a document. */
const searchLimit = 16_384;
const lineLimit = 2_048;

/** Names of fields whose value never belongs in a log, without case and separators. */
const exact: ReadonlySet<string> = new Set(
  `name firstname lastname middlename fullname givenname familyname surname displayname customername leadname
   contactname msisdn mail address text notes note body utterance turns summary greeting tokens credentials cookie
   cookies passphrase`.split(/\s+/),
);
const partial =
  /(phone|phonenumber|email|emailaddress|secret|privatekey|transcript)(e?s)?$|(token|password|secretkey|authorization|assertion)$|^(secret|authorization)/;

/** Whether a field of this name is redacted whatever its value. */
export function isSensitiveKey(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  return exact.has(plain) || partial.test(plain);
}

/** What a value must not look like, wherever it stands. Each pattern takes linear time. */
const patterns: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{1,40}-----[\s\S]*/g,
  /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:Bearer|Basic)\s+[\w+/=.~-]+/gi,
  // Task tokens and keys: longer than any id or execution name.
  /[A-Za-z0-9+/=]{81,}|[\w-]{81,}/g,
  /[^\s@<>"'(),:;]{1,64}@[^\s@<>"'(),:;]+\.[A-Za-z]{2,}/g,
  // International numbers, however they are written.
  /(?:[+\uFF0B]|%2B|&#43;)(?:[\s().\u00A0\u2010-\u2015/-]*\d){7,}/gi,
  // National numbers in groups, e.g. (212) 555-0100.
  /(?<![\w-])(?:1[\s.-])?\(?\d{3}\)?[\s.-]\s?\d{3}[\s.-]\d{4}(?![\w-])/g,
  // Bare numbers of a telephone's length; an account id inside an ARN or a path is none.
  /(?<![\w/-])\d{10,15}(?![\w:/-])/g,
];

/** Text without what looks personal or secret; at most 2,048 characters. */
export function redactForLog(text: string): string {
  // What the cut may have split is dropped, so that no half of a number stays.
  let result = text.length > searchLimit ? text.slice(0, searchLimit - 64) : text;
  for (const pattern of patterns) result = result.replace(pattern, redacted);
  const tooLong = text.length > searchLimit || result.length > lineLimit;
  return tooLong ? `${result.slice(0, lineLimit)}…` : result;
}
