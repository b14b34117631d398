import * as z from 'zod';

/** Members that several operations have, with the limits of the API reference. */
export const namespaceMember = z
  .string()
  .regex(/^[^:].{0,254}$/, 'must be 1 to 255 characters and not begin with a colon');
export const metricNameMember = z.string().min(1).max(255);
export const dimensionsMember = z
  .array(z.strictObject({ Name: z.string().min(1).max(255), Value: z.string().min(1).max(1024) }))
  .max(30)
  .default([]);

const sizes = ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes'];
const bits = ['Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits'];

/** The standard units. */
export const unitMember = z.enum<string[]>([
  ...['Seconds', 'Microseconds', 'Milliseconds', 'Percent', 'Count', 'Count/Second', 'None'],
  ...sizes,
  ...bits,
  ...[...sizes, ...bits].map((unit) => `${unit}/Second`),
]);

/** Dimensions by their names. */
export const dimensionsOf = (list: z.infer<typeof dimensionsMember>): Record<string, string> =>
  Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));

/** Dimensions as answers tell them. */
export const dimensionList = (dimensions: Readonly<Record<string, string>>) =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
