import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { parameterTypes } from './parameter.ts';
import { changeParameter } from './parameter-change.ts';
import type { ParameterDirectory } from './parameter-directory.ts';
import { parameterExists, parameterNotFound, ssmInputErrors } from './ssm-error.ts';

const name = z.string().min(1).max(2048);

/** Members of PutParameter that a template has too. */
export const parameterMembers = {
  Name: name,
  Value: z.string().min(1),
  Description: z.string().max(1024).optional(),
  AllowedPattern: z.string().max(1024).optional(),
  Tier: z.enum(['Standard', 'Advanced', 'Intelligent-Tiering']).optional(),
  DataType: z.literal('text').optional(),
};
const putSchema = z.strictObject({
  ...parameterMembers,
  Type: z.enum(parameterTypes).optional(),
  KeyId: z.string().optional(),
  Overwrite: z.boolean().default(false),
});
const deleteSchema = z.strictObject({ Name: name });
const deleteManySchema = z.strictObject({ Names: z.array(name).min(1).max(10) });

/** Operations that change parameters. */
export const writeOperations = (parameters: ParameterDirectory): Readonly<Record<string, Operation>> => ({
  PutParameter: (input) => {
    const asked = parseInput(putSchema, input, ssmInputErrors);
    if (!asked.Overwrite && parameters.get(asked.Name) !== undefined) throw parameterExists();
    const { versions, tier } = changeParameter(parameters, {
      name: asked.Name,
      value: asked.Value,
      type: asked.Type,
      tier: asked.Tier,
      keyId: asked.KeyId ?? (asked.Type === 'SecureString' ? 'alias/aws/ssm' : undefined),
      description: asked.Description,
      allowedPattern: asked.AllowedPattern,
    });
    return { Version: versions[0].version, Tier: tier };
  },
  DeleteParameter: (input) => {
    const asked = parseInput(deleteSchema, input, ssmInputErrors);
    if (!parameters.remove(asked.Name)) throw parameterNotFound(asked.Name);
    return {};
  },
  DeleteParameters: (input) => {
    const { Names } = parseInput(deleteManySchema, input, ssmInputErrors);
    const deleted = Names.filter((one) => parameters.remove(one));
    return { DeletedParameters: deleted, InvalidParameters: Names.filter((one) => !deleted.includes(one)) };
  },
});
