import * as z from 'zod';

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const policy = z.enum(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot']);
const anything = z.record(z.string(), z.unknown());

const resourceSchema = z.strictObject({
  Type: z.string(),
  Properties: anything.default({}),
  DependsOn: texts.default([]),
  Condition: z.string().optional(),
  DeletionPolicy: policy.optional(),
  UpdateReplacePolicy: policy.optional(),
  UpdatePolicy: anything.optional(),
  Metadata: anything.optional(),
});

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const parameterSchema = z.strictObject({
  Type: z.string(),
  Default: scalar.optional(),
  Description: z.string().optional(),
  NoEcho: z.union([z.boolean(), z.stringbool()]).optional(),
  AllowedValues: z.array(scalar).optional(),
  AllowedPattern: z.string().optional(),
  ConstraintDescription: z.string().optional(),
  MinLength: z.coerce.number().optional(),
  MaxLength: z.coerce.number().optional(),
  MinValue: z.coerce.number().optional(),
  MaxValue: z.coerce.number().optional(),
});

const outputSchema = z.strictObject({
  Value: z.unknown(),
  Description: z.string().optional(),
  Condition: z.string().optional(),
});

const ruleSchema = z.strictObject({
  RuleCondition: z.unknown().optional(),
  Assertions: z.array(
    z.strictObject({ Assert: z.unknown(), AssertDescription: z.string().default('a rule of the template') }),
  ),
});

/** A CloudFormation template; what this double does not carry out is not in it and is refused by name. */
export const templateSchema = z.strictObject({
  AWSTemplateFormatVersion: z.union([z.literal('2010-09-09'), z.date()]).optional(),
  Description: z.string().optional(),
  Metadata: anything.optional(),
  Parameters: z.record(z.string(), parameterSchema).default({}),
  Rules: z.record(z.string(), ruleSchema).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), outputSchema).default({}),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateResource = z.infer<typeof resourceSchema>;
export type TemplateParameter = z.infer<typeof parameterSchema>;
