import * as z from 'zod';
import type { MessageAttribute } from '../delivery/deliver.ts';

/** A list of the query protocol, in which an empty one is empty text. */
export const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), z.literal('').transform((): z.output<T>[] => [])]);

/** A map of the query protocol: entries of key and value. */
export const attributeEntries = list(z.strictObject({ key: z.string(), value: z.string() }));

export const attributesOf = (entries: z.infer<typeof attributeEntries> = []): Record<string, string> =>
  Object.fromEntries(entries.map(({ key, value }) => [key, value]));

/** Message attributes of the query protocol. */
export const messageAttributeEntries = list(
  z.strictObject({
    Name: z.string().regex(/^[A-Za-z0-9_.-]{1,256}$/),
    Value: z.strictObject({
      DataType: z.string().regex(/^(String|Number|Binary)/),
      StringValue: z.string().min(1).optional(),
      BinaryValue: z.base64().optional(),
    }),
  }),
);

export const messageAttributesOf = (
  entries: z.infer<typeof messageAttributeEntries> = [],
): Record<string, MessageAttribute> =>
  Object.fromEntries(entries.map(({ Name, Value }) => [Name, Value as MessageAttribute]));
