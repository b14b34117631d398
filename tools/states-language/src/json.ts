/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = Record<string, Json>;

/** Whether a JSON value is an object: neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bytes of a value as JSON in UTF-8, which is what the service's limits count. */
export const sizeOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

/** The name of a JSON value's type as the service writes it in causes. */
export const typeName = (value: Json): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

/** Reads text that is known to be JSON, because this package wrote or checked it. */
export const parseJson = (text: string): Json => JSON.parse(text) as Json;
