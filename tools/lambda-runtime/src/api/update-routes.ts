import { AwsError, notSupported } from '@atlas-engine/aws-wire';
import type { RestCall, RestRoute } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { invalidParameter } from '../function-name.ts';
import type { ConfigurationChange, Functions, LambdaFunction } from '../functions.ts';
import { functionConfiguration, revisionOf } from './function-configuration.ts';
import { publishVersion, targetOf } from './function-routes.ts';

/** The folder with the code of an object in S3. */
export type CodeFrom = (bucket: string, key: string) => Promise<string>;

const configurationSchema = z.strictObject({
  Description: z.exactOptional(z.string()),
  Environment: z.exactOptional(z.strictObject({ Variables: z.record(z.string(), z.string()).default({}) })),
  Handler: z.exactOptional(z.string()),
  MemorySize: z.exactOptional(z.int()),
  RevisionId: z.exactOptional(z.string()),
  Role: z.exactOptional(z.string()),
  Runtime: z.exactOptional(z.string()),
  Timeout: z.exactOptional(z.int()),
});

const codeSchema = z.strictObject({
  S3Bucket: z.string('must be given: the local double takes code from S3 only'),
  S3Key: z.string('must be given with S3Bucket'),
  Publish: z.boolean().default(false),
  DryRun: z.boolean().default(false),
  RevisionId: z.exactOptional(z.string()),
});

const parsed = <T extends z.ZodType>(schema: T, { input, operation }: RestCall): z.output<T> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { issues } = result.error;
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys')
    throw notSupported('lambda', `${operation} with ${unknown.keys.join(', ')}`);
  const [issue] = issues;
  throw invalidParameter(`${issue?.path.join('.') ?? operation}: ${issue?.message ?? 'is invalid'}`);
};

const checkRevision = (target: LambdaFunction, revision: string | undefined): void => {
  if (revision === undefined || revision === revisionOf(target.spec)) return;
  throw new AwsError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction API to retrieve it.',
    { status: 412, members: { Type: 'User' } },
  );
};

const changeOf = (input: z.output<typeof configurationSchema>): ConfigurationChange => {
  const { Description, Environment, Handler, MemorySize, Role, Runtime, Timeout } = input;
  const members = {
    description: Description,
    environment: Environment?.Variables,
    handler: Handler,
    memoryMb: MemorySize,
    roleArn: Role,
    runtime: Runtime,
    timeoutSeconds: Timeout,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
};

const updateCode = async (
  functions: Functions,
  call: RestCall,
  codeFrom: CodeFrom | undefined,
): Promise<unknown> => {
  const target = targetOf(functions, call);
  const { S3Bucket, S3Key, Publish, DryRun, RevisionId } = parsed(codeSchema, call);
  checkRevision(target.function, RevisionId);
  if (!codeFrom) throw notSupported('lambda', `${call.operation} from S3 where the host gives no code`);
  const codeDirectory = await codeFrom(S3Bucket, S3Key);
  if (DryRun) return functionConfiguration(target);
  functions.change(target.function, { codeDirectory });
  return Publish ? publishVersion(functions, target, {}) : functionConfiguration(target);
};

/** UpdateFunctionConfiguration and UpdateFunctionCode; what they do not know is refused by name. */
export const updateRoutes = (functions: Functions, codeFrom: CodeFrom | undefined): readonly RestRoute[] => [
  {
    method: 'PUT',
    path: '/2015-03-31/functions/{FunctionName}/configuration',
    operation: 'UpdateFunctionConfiguration',
    handle: (call) => {
      const target = targetOf(functions, call);
      const input = parsed(configurationSchema, call);
      checkRevision(target.function, input.RevisionId);
      functions.change(target.function, changeOf(input));
      return functionConfiguration(target);
    },
  },
  {
    method: 'PUT',
    path: '/2015-03-31/functions/{FunctionName}/code',
    operation: 'UpdateFunctionCode',
    handle: (call) => updateCode(functions, call, codeFrom),
  },
];
