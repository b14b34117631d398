import { deterministicUuid } from '@atlas-engine/simulation';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Target } from '../functions.ts';
import type { FunctionSpec } from '../function-spec.ts';
import { handlerFile } from '../process/code-stamp.ts';

/** Size in bytes and SHA-256 in base64 of the file that holds the handler. */
export const codeOf = (spec: FunctionSpec): { readonly size: number; readonly sha256: string } => {
  const file = handlerFile(spec.codeDirectory, spec.handler);
  const code = file === undefined ? Buffer.alloc(0) : readFileSync(file);
  return { size: code.length, sha256: createHash('sha256').update(code).digest('base64') };
};

/** Changes with the function's configuration and code. */
export const revisionOf = (spec: FunctionSpec): string =>
  deterministicUuid('revision', JSON.stringify(spec), codeOf(spec).sha256);

/** The FunctionConfiguration structure of a function, or of the version or alias that the caller named. */
export const functionConfiguration = (target: Target): Record<string, unknown> => {
  const { spec, lastModified } = target.main();
  const { size, sha256 } = codeOf(spec);
  const { deadLetterArn } = spec.asyncConfig ?? {};
  return {
    FunctionName: spec.name,
    FunctionArn: target.arn,
    Runtime: spec.runtime,
    Role: spec.roleArn,
    Handler: spec.handler,
    CodeSize: size,
    CodeSha256: sha256,
    Description: spec.description ?? '',
    Timeout: spec.timeoutSeconds,
    MemorySize: spec.memoryMb,
    LastModified: new Date(lastModified).toISOString().replace('Z', '+0000'),
    Version: spec.version,
    Environment: { Variables: spec.environment },
    ...(deadLetterArn !== undefined && { DeadLetterConfig: { TargetArn: deadLetterArn } }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: revisionOf(spec),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [process.arch === 'arm64' ? 'arm64' : 'x86_64'],
    EphemeralStorage: { Size: 512 },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${spec.name}` },
  };
};
