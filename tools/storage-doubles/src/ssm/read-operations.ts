import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import type { ParameterDirectory } from './parameter-directory.ts';
import { parameterView, metadataView, valueOf } from './parameter-view.ts';
import { invalidInput, invalidSsmToken, ssmInputErrors } from './ssm-error.ts';

const name = z.string().min(1).max(2048);
const decryption = { WithDecryption: z.boolean().default(false) };
const paging = (most: number) => ({
  MaxResults: z.int().min(1).max(most).default(most),
  NextToken: z.string().optional(),
});

const oneSchema = z.strictObject({ ...decryption, Name: name });
const manySchema = z.strictObject({ ...decryption, Names: z.array(name).min(1).max(10) });
const pathSchema = z.strictObject({
  ...decryption,
  ...paging(10),
  Path: name.startsWith('/', 'The parameter path must start with a forward slash (/).'),
  Recursive: z.boolean().default(false),
});
const historySchema = z.strictObject({ ...decryption, ...paging(50), Name: name });

const isBelow = (parameter: string, { Path, Recursive }: z.infer<typeof pathSchema>): boolean => {
  const path = Path.replace(/\/?$/, '/');
  return parameter.startsWith(path) && (Recursive || !parameter.slice(path.length).includes('/'));
};

const sortable = (version: number): string => String(version).padStart(12, '0');

/** Operations that read values. */
export const readOperations = (parameters: ParameterDirectory): Readonly<Record<string, Operation>> => ({
  GetParameter: (input) => {
    const asked = parseInput(oneSchema, input, ssmInputErrors);
    return { Parameter: parameterView(parameters, asked.WithDecryption)(parameters.find(asked.Name)) };
  },
  GetParameters: (input) => {
    const asked = parseInput(manySchema, input, ssmInputErrors);
    if (new Set(asked.Names).size < asked.Names.length)
      throw invalidInput('Names: must not name a parameter twice');
    const found = asked.Names.flatMap((one) => parameters.lookUp(one) ?? []);
    return {
      Parameters: found.map(parameterView(parameters, asked.WithDecryption)),
      InvalidParameters: asked.Names.filter((one) => parameters.lookUp(one) === undefined),
    };
  },
  GetParametersByPath: (input) => {
    const asked = parseInput(pathSchema, input, ssmInputErrors);
    const below = parameters.all().filter((parameter) => isBelow(parameter.name, asked));
    const page = pageByName(below, {
      nameOf: (parameter) => parameter.name,
      most: asked.MaxResults,
      token: asked.NextToken,
      invalidToken: invalidSsmToken,
    });
    const view = parameterView(parameters, asked.WithDecryption);
    return {
      Parameters: page.items.map((parameter) => view({ parameter, version: parameter.versions[0] })),
      NextToken: page.nextToken,
    };
  },
  GetParameterHistory: (input) => {
    const asked = parseInput(historySchema, input, ssmInputErrors);
    const { parameter } = parameters.find(asked.Name);
    const page = pageByName(parameter.versions, {
      nameOf: ({ version }) => sortable(version),
      most: asked.MaxResults,
      token: asked.NextToken,
      invalidToken: invalidSsmToken,
    });
    return {
      Parameters: page.items.map((version) => ({
        ...metadataView(parameters, parameter, version),
        ARN: undefined,
        Value: valueOf(parameter, version, asked.WithDecryption),
        Labels: [],
      })),
      NextToken: page.nextToken,
    };
  },
});
