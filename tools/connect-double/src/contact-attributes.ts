import { AwsError, optionalObject } from '@atlas-engine/aws-wire';

/** Bytes of all attributes of a contact together, keys and values. Source: Amazon Connect API reference. */
const mostBytes = 32_768;

export const parameterError = (message: string) => new AwsError('InvalidParameterException', message);

/** The attributes that a contact starts with. @throws AwsError InvalidParameterException naming the key */
export function readAttributes(input: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(optionalObject(input, 'Attributes') ?? {}).map(([key, value]) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
      throw parameterError(`Attributes: key "${key.slice(0, 40)}" may hold letters, digits, - and _`);
    if (typeof value !== 'string') throw parameterError(`Attributes.${key} must be a string`);
    return [key, value] as const;
  });
  const bytes = entries.reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  if (bytes > mostBytes)
    throw parameterError(`Attributes are ${bytes} bytes, at most ${mostBytes} are allowed`);
  return Object.fromEntries(entries);
}
