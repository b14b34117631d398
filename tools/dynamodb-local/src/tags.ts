import { isRecord, listField, optionalList, stringField } from '@atlas-engine/aws-wire';
import { AwsError } from '@atlas-engine/aws-wire';
import { changeExtras } from './database.ts';
import type { Database } from './database.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { refuseOtherFields } from './fields.ts';

const mostTags = 50;

/** Reads `[{ Key, Value }]`, as the API and CloudFormation write tags. @throws AwsError */
export const tagsOf = (input: Input): Record<string, string> => {
  const tags = optionalList(input, 'Tags') ?? [];
  return Object.fromEntries(
    tags.map((tag, index) => {
      if (!isRecord(tag)) throw validationError(`Tags.${index + 1}: must be an object`);
      return [stringField(tag, 'Key'), typeof tag['Value'] === 'string' ? tag['Value'] : ''];
    }),
  );
};

/** Refuses more tags than a table may have. */
export const refuseTooManyTags = (tags: Readonly<Record<string, string>>): void => {
  if (Object.keys(tags).length > mostTags)
    throw validationError(`Tags: a resource has at most ${mostTags} tags`);
};

const tableOfArn = async ({ engine }: Database, input: Input): Promise<string> => {
  const arn = stringField(input, 'ResourceArn');
  const name = /^arn:[^:]+:dynamodb:[^:]*:\d*:table\/([a-zA-Z0-9_.-]+)$/.exec(arn)?.[1];
  if (name === undefined)
    throw validationError(`ResourceArn: must be the ARN of a table, was ${arn.slice(0, 200)}`);
  const table = await engine.table(name);
  if (table.TableArn === arn) return name;
  throw new AwsError(
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${arn} not found`,
  );
};

/** TagResource, UntagResource and ListTagsOfResource. */
export const createTagOperations = (database: Database) => ({
  TagResource: async (input: Input) => {
    refuseOtherFields('TagResource', input, ['ResourceArn', 'Tags']);
    const table = await tableOfArn(database, input);
    listField(input, 'Tags');
    const tags = { ...database.extras.get(table)?.tags, ...tagsOf(input) };
    refuseTooManyTags(tags);
    changeExtras(database, table, { tags });
    return {};
  },
  UntagResource: async (input: Input) => {
    refuseOtherFields('UntagResource', input, ['ResourceArn', 'TagKeys']);
    const table = await tableOfArn(database, input);
    const gone = listField(input, 'TagKeys');
    const kept = Object.entries(database.extras.get(table)?.tags ?? {}).filter(
      ([key]) => !gone.includes(key),
    );
    changeExtras(database, table, { tags: Object.fromEntries(kept) });
    return {};
  },
  ListTagsOfResource: async (input: Input) => {
    refuseOtherFields('ListTagsOfResource', input, ['ResourceArn', 'NextToken']);
    const tags = database.extras.get(await tableOfArn(database, input))?.tags ?? {};
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
});
