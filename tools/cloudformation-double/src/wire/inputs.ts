import { notSupported } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { validationError } from '../errors.ts';

const flag = z.stringbool();
const texts = z.array(z.string());
const tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() }));
const parameter = z.strictObject({
  ParameterKey: z.string(),
  ParameterValue: z.string().optional(),
  UsePreviousValue: flag.optional(),
});
/** A list without members arrives as an empty text. */
const list = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? [] : value), schema);

/** Where a template comes from. */
const templateMembers = {
  TemplateBody: z.string().optional(),
  TemplateURL: z.string().optional(),
};

/** The usual mode; an express deployment, which does not wait for its resources, is refused. */
const deploymentConfig = z
  .strictObject({ Mode: z.literal('STANDARD'), DisableRollback: z.literal('false').optional() })
  .optional();

/** What all operations take that deploy content. */
export const contentMembers = {
  ...templateMembers,
  StackName: z.string(),
  UsePreviousTemplate: flag.default(false),
  Parameters: list(z.array(parameter)).default([]),
  Capabilities: list(texts).default([]),
  Tags: list(tags).optional(),
  RoleARN: z.string().optional(),
  NotificationARNs: list(texts).optional(),
  ClientRequestToken: z.string().optional(),
  DisableRollback: flag.default(false),
  DeploymentConfig: deploymentConfig,
};

export const createStackInput = z.strictObject({
  ...contentMembers,
  OnFailure: z.enum(['ROLLBACK', 'DO_NOTHING', 'DELETE']).optional(),
  EnableTerminationProtection: flag.default(false),
  TimeoutInMinutes: z.coerce.number().int().positive().optional(),
});

export const updateStackInput = z.strictObject(contentMembers);

export const createChangeSetInput = z.strictObject({
  ...contentMembers,
  ChangeSetName: z.string().regex(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/, 'must be letters, digits and hyphens'),
  ChangeSetType: z.enum(['CREATE', 'UPDATE']).default('UPDATE'),
  Description: z.string().optional(),
  ClientToken: z.string().optional(),
  OnStackFailure: z.enum(['ROLLBACK', 'DO_NOTHING', 'DELETE']).optional(),
  // Nested stacks and imports are refused by their templates; asked for without any, they change nothing.
  IncludeNestedStacks: flag.optional(),
  ImportExistingResources: z.literal('false').optional(),
});

export const stackInput = z.strictObject({ StackName: z.string() });
export const pagedStackInput = z.strictObject({ StackName: z.string(), NextToken: z.string().optional() });
export const describeStacksInput = z.strictObject({
  StackName: z.string().optional(),
  NextToken: z.string().optional(),
});
export const deleteStackInput = z.strictObject({
  StackName: z.string(),
  RoleARN: z.string().optional(),
  ClientRequestToken: z.string().optional(),
  RetainResources: list(texts).default([]),
  DeletionMode: z.literal('STANDARD').optional(),
  DeploymentConfig: deploymentConfig,
});
export const listStacksInput = z.strictObject({
  StackStatusFilter: list(texts).default([]),
  NextToken: z.string().optional(),
});
export const cancelInput = z.strictObject({
  StackName: z.string(),
  ClientRequestToken: z.string().optional(),
});
export const protectionInput = z.strictObject({ StackName: z.string(), EnableTerminationProtection: flag });
export const resourceInput = z.strictObject({ StackName: z.string(), LogicalResourceId: z.string() });
export const resourcesInput = z.strictObject({
  StackName: z.string(),
  LogicalResourceId: z.string().optional(),
});
export const getTemplateInput = z.strictObject({
  StackName: z.string().optional(),
  ChangeSetName: z.string().optional(),
  TemplateStage: z.enum(['Original', 'Processed']).optional(),
});
export const templateInput = z.strictObject(templateMembers);
export const templateSummaryInput = z.strictObject({ ...templateMembers, StackName: z.string().optional() });
export const changeSetInput = z.strictObject({
  ChangeSetName: z.string(),
  StackName: z.string().optional(),
  NextToken: z.string().optional(),
  IncludePropertyValues: flag.default(false),
});
export const executeInput = z.strictObject({
  ChangeSetName: z.string(),
  StackName: z.string().optional(),
  ClientRequestToken: z.string().optional(),
  DisableRollback: flag.default(false),
  RetainExceptOnCreate: z.literal('false').optional(),
});

export type ContentInput = Omit<z.infer<typeof updateStackInput>, 'ClientRequestToken'>;

/** Reads the input of an operation. @throws AwsError naming what is wrong, or is not supported */
export function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys')
    throw notSupported('cloudformation', `the member ${unknown.keys.join(', ')}`);
  const [issue] = issues;
  throw validationError(`${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`);
}
