import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { Parameter } from './parameter.ts';
import { changeParameter, type ParameterChange } from './parameter-change.ts';
import type { ParameterDirectory } from './parameter-directory.ts';
import { ssmInputErrors } from './ssm-error.ts';
import { parameterMembers } from './write-operations.ts';

const schema = z.strictObject({
  ...parameterMembers,
  // CloudFormation makes no SecureString.
  Type: z.enum(['String', 'StringList']),
  Tags: z.record(z.string(), z.string()).optional(),
});

const isAsWanted = ({ type, versions: [current] }: Parameter, change: ParameterChange): boolean =>
  type === change.type &&
  current.value === change.value &&
  current.description === change.description &&
  current.allowedPattern === change.allowedPattern;

/**
 * Makes or changes a parameter by the Properties of an AWS::SSM::Parameter; one that is as wanted stays at its version.
 * Name is required here: names are computed, not made up.
 *
 * @throws AwsError that names the property which is missing, not valid or not supported.
 */
export const applyTemplate = (parameters: ParameterDirectory, properties: unknown): Parameter => {
  const read = parseInput(schema, properties, ssmInputErrors);
  const change: ParameterChange = {
    name: read.Name,
    value: read.Value,
    type: read.Type,
    tier: read.Tier,
    description: read.Description,
    allowedPattern: read.AllowedPattern,
  };
  const known = parameters.get(change.name);
  return known !== undefined && isAsWanted(known, change) ? known : changeParameter(parameters, change);
};
