import { types } from 'node:util';

/** Writes JSON as the AWS JSON protocols do: a Date as epoch seconds (to the millisecond), bytes as base64. */
export const awsJson = (value: unknown): string => JSON.stringify(value ?? {}, replaceRaw);

// JSON.stringify has already called toJSON on `value`: what the double really answered is in its holder.
function replaceRaw(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key];
  if (types.isDate(raw)) return raw.getTime() / 1000;
  if (types.isUint8Array(raw))
    return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('base64');
  return value;
}

/** Whether a value is a JSON object: neither null nor a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
