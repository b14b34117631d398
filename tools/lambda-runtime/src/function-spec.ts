import { AwsError } from '@atlas-engine/aws-wire';
import { statSync } from 'node:fs';
import * as z from 'zod';
import { reservedVariables } from './process/environment.ts';

const arn = z.string().regex(/^arn:[^:]+:[^:]+:/, 'must be an ARN');

/** What happens to events of asynchronous invocations that fail. */
const asyncConfigSchema = z.strictObject({
  /** 0 to 2; 2 by default. */
  maximumRetryAttempts: z.exactOptional(z.int().min(0).max(2)),
  /** 60 to 21,600 (six hours), the default. */
  maximumEventAgeSeconds: z.exactOptional(z.int().min(60).max(21_600)),
  /** Receives a record of the failed invocation. */
  onFailureArn: z.exactOptional(arn),
  /** Receives the event itself. */
  deadLetterArn: z.exactOptional(arn),
});

/** A function as its template describes it. Bounds are those of CreateFunction. */
export const functionSpecSchema = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, hyphens or underscores'),
  description: z.exactOptional(z.string().max(256)),
  /** Folder that holds the handler's file, read when a process starts. */
  codeDirectory: z.string(),
  /** `file.export`, e.g. `handler.handler`. */
  handler: z.string().regex(/^[^\s]{1,128}$/, 'must be file.export'),
  runtime: z.string().regex(/^nodejs\d+\.x$/, 'must be a Node.js runtime such as nodejs24.x'),
  environment: z.record(
    z.string().regex(/^[a-zA-Z]\w+$/, 'must be a letter, then letters, digits or _'),
    z.string(),
  ),
  /** 1 to 900 seconds of the wall, which is how simulated time runs while a function does. */
  timeoutSeconds: z.int().min(1).max(900),
  /** 128 to 10,240. */
  memoryMb: z.int().min(128).max(10_240),
  roleArn: arn,
  /** How many invocations may be under way; 0 stops the function. */
  reservedConcurrency: z.exactOptional(z.int().min(0)),
  asyncConfig: z.exactOptional(asyncConfigSchema),
});

export type FunctionSpec = Readonly<z.infer<typeof functionSpecSchema>>;
/** A function as one of its versions has it. */
export type VersionSpec = FunctionSpec & {
  /** A number, or `$LATEST` for what can still be changed. */
  readonly version: string;
};
export type AsyncConfig = Readonly<z.infer<typeof asyncConfigSchema>>;

const largestEnvironment = 4096;

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

const checkEnvironment = ({ name, environment }: FunctionSpec): void => {
  const reserved = Object.keys(environment).filter((variable) => reservedVariables.has(variable));
  if (reserved.length > 0)
    throw invalid(`${name}: environment: contains reserved keys that can not be set: ${reserved.join(', ')}`);
  const size = Buffer.byteLength(JSON.stringify(environment));
  if (size > largestEnvironment)
    throw invalid(`${name}: environment: must be at most ${largestEnvironment} bytes as JSON, is ${size}`);
};

/**
 * Checks a function's description.
 *
 * @throws AwsError InvalidParameterValueException that names the field and what is allowed.
 */
export const parseFunctionSpec = (input: unknown): FunctionSpec => {
  const parsed = functionSpecSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`function ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}`);
  }
  const spec = parsed.data;
  if (!statSync(spec.codeDirectory, { throwIfNoEntry: false })?.isDirectory())
    throw invalid(`${spec.name}: codeDirectory: must be a folder that exists (is the bundle built?)`);
  checkEnvironment(spec);
  return spec;
};
