import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { Parameter } from './parameter.ts';
import type { ParameterDirectory } from './parameter-directory.ts';
import { metadataView } from './parameter-view.ts';
import { invalidSsmToken, ssmInputErrors } from './ssm-error.ts';

const values = z.array(z.string().min(1)).min(1).max(50);
const filterSchema = z.discriminatedUnion('Key', [
  z.strictObject({
    Key: z.literal('Name'),
    Option: z.enum(['Equals', 'BeginsWith', 'Contains']).default('Equals'),
    Values: values,
  }),
  z.strictObject({ Key: z.literal('Type'), Option: z.literal('Equals').default('Equals'), Values: values }),
  z.strictObject({
    Key: z.literal('Path'),
    Option: z.enum(['Recursive', 'OneLevel']).default('OneLevel'),
    Values: values,
  }),
]);
const schema = z.strictObject({
  MaxResults: z.int().min(1).max(50).default(50),
  NextToken: z.string().optional(),
  ParameterFilters: z.array(filterSchema).max(10).default([]),
});

type Filter = z.infer<typeof filterSchema>;

const nested = (name: string, value: string): string | undefined => {
  const path = value.replace(/\/?$/, '/');
  return name.startsWith(path) ? name.slice(path.length) : undefined;
};

const tests: Readonly<Record<Filter['Option'], (text: string, value: string) => boolean>> = {
  Equals: (text, value) => text === value,
  BeginsWith: (text, value) => text.startsWith(value),
  Contains: (text, value) => text.includes(value),
  Recursive: (text, value) => nested(text, value) !== undefined,
  OneLevel: (text, value) => nested(text, value)?.includes('/') === false,
};

const fits =
  ({ name, type }: Parameter) =>
  ({ Key, Option, Values }: Filter): boolean =>
    Values.some((value) => tests[Option](Key === 'Type' ? type : name, value));

/** The operation that lists parameters without their values. */
export const describeOperations = (parameters: ParameterDirectory): Readonly<Record<string, Operation>> => ({
  DescribeParameters: (input) => {
    const asked = parseInput(schema, input, ssmInputErrors);
    const found = parameters.all().filter((parameter) => asked.ParameterFilters.every(fits(parameter)));
    const page = pageByName(found, {
      nameOf: ({ name }) => name,
      most: asked.MaxResults,
      token: asked.NextToken,
      invalidToken: invalidSsmToken,
    });
    return {
      Parameters: page.items.map((parameter) => metadataView(parameters, parameter)),
      NextToken: page.nextToken,
    };
  },
});
