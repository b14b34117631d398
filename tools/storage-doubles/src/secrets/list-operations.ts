import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { Secret } from './secret.ts';
import type { SecretDirectory } from './secret-directory.ts';
import { secretId } from './secret-members.ts';
import { listView } from './secret-operations.ts';
import { invalidSecretToken, secretsInputErrors } from './secrets-error.ts';

const paging = {
  MaxResults: z.int().min(1).max(100).default(100),
  NextToken: z.string().optional(),
};
const filterSchema = z.strictObject({
  Key: z.enum(['name', 'description', 'tag-key', 'tag-value']),
  Values: z.array(z.string()).min(1).max(10),
});
const listSchema = z.strictObject({
  ...paging,
  IncludePlannedDeletion: z.boolean().default(false),
  Filters: z.array(filterSchema).max(10).default([]),
});
const versionsSchema = z.strictObject({
  ...paging,
  SecretId: secretId,
  IncludeDeprecated: z.boolean().default(false),
});

type Filter = z.infer<typeof filterSchema>;

const textsOf: Readonly<Record<Filter['Key'], (secret: Secret) => readonly string[]>> = {
  name: ({ name }) => [name],
  description: ({ description = '' }) => description.split(/\s+/),
  'tag-key': ({ tags }) => Object.keys(tags),
  'tag-value': ({ tags }) => Object.values(tags),
};

/** A value is the beginning of a text; with `!` before it, of none. */
const fits =
  (secret: Secret) =>
  ({ Key, Values }: Filter): boolean => {
    const begins = (value: string): boolean => textsOf[Key](secret).some((text) => text.startsWith(value));
    return Values.some((value) => (value.startsWith('!') ? !begins(value.slice(1)) : begins(value)));
  };

/** Operations that list secrets and their versions. */
export const listOperations = (secrets: SecretDirectory): Readonly<Record<string, Operation>> => ({
  ListSecrets: (input) => {
    const asked = parseInput(listSchema, input, secretsInputErrors);
    const found = secrets
      .all()
      .filter((secret) => asked.IncludePlannedDeletion || secret.deletedFrom === undefined)
      .filter((secret) => asked.Filters.every(fits(secret)));
    const page = pageByName(found, {
      nameOf: ({ name }) => name,
      most: asked.MaxResults,
      token: asked.NextToken,
      invalidToken: invalidSecretToken,
    });
    return { SecretList: page.items.map(listView), NextToken: page.nextToken };
  },
  ListSecretVersionIds: (input) => {
    const asked = parseInput(versionsSchema, input, secretsInputErrors);
    const { arn, name, versions } = secrets.find(asked.SecretId);
    const page = pageByName(
      versions.filter(({ stages }) => asked.IncludeDeprecated || stages.length > 0),
      {
        nameOf: ({ id }) => id,
        most: asked.MaxResults,
        token: asked.NextToken,
        invalidToken: invalidSecretToken,
      },
    );
    return {
      ARN: arn,
      Name: name,
      Versions: page.items.map(({ id, stages, createdAt }) => ({
        VersionId: id,
        VersionStages: stages.length > 0 ? stages : undefined,
        CreatedDate: new Date(createdAt),
      })),
      NextToken: page.nextToken,
    };
  },
});
