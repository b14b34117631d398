import * as z from 'zod';
import type { Connection } from './connection.ts';
import { SalesforceResponseError } from './errors.ts';
import { checkName } from './write-fields.ts';

const descriptionSchema = z.object({
  name: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      length: z.number(),
      createable: z.boolean(),
      updateable: z.boolean(),
    }),
  ),
});

/** An object as the logged-in user sees it: a field without permission is not there. */
export type ObjectDescription = z.infer<typeof descriptionSchema>;

/** Reads what an object has. @throws SalesforceError */
export const describeObject = (connection: Connection, object: string): Promise<ObjectDescription> =>
  connection.send({
    label: { name: `describe ${object}`, object, repeatable: true },
    method: 'GET',
    path: `/sobjects/${checkName(object)}/describe`,
    read: ({ body }) => {
      const parsed = descriptionSchema.safeParse(body);
      if (parsed.success) return parsed.data;
      throw new SalesforceResponseError(
        `Salesforce: describe ${object} was answered without its fields.`,
        {},
      );
    },
  });
