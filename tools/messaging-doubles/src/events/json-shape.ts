/** A JSON object, as opposed to a scalar, null or an array. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The scalars at a place of an event: what a pattern's leaf is compared with. Objects within arrays are no leaves. */
export const leavesOf = (value: unknown): readonly (string | number | boolean | null)[] => {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item));
  return isJsonScalar(value) ? [value] : [];
};
