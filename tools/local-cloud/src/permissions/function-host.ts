import { AwsError } from '@atlas-engine/aws-wire';
import type { Credentials } from '@atlas-engine/lambda-runtime';
import type { CloudWatchLogs, Sts } from '@atlas-engine/storage-doubles';
import type { ServiceAccess } from './service-access.ts';

export interface FunctionHostOptions {
  readonly sts: Sts;
  readonly logs: CloudWatchLogs;
  readonly access: ServiceAccess;
  readonly region: string;
  readonly accountId: string;
}

/** What Lambda does in the name of a function's role: assume it, write its log, send its traces. */
export interface FunctionHost {
  /** Says that a function sends traces, so that its role must be allowed to. */
  trace(functionName: string, active: boolean): void;
  /** @throws AwsError when the role does not let Lambda assume it */
  credentialsFor(functionName: string, roleArn: string): Credentials;
  /** Writes a line, unless the role may not: then it is lost, as on AWS. */
  log(functionName: string, line: string): void;
}

const stream = 'local';
const tracing = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

export function createFunctionHost({
  sts,
  logs,
  access,
  region,
  accountId,
}: FunctionHostOptions): FunctionHost {
  const traced = new Set<string>();
  const roles = new Map<string, string>();

  const groupOf = (name: string): string => `/aws/lambda/${name}`;
  const streamArn = (name: string): string =>
    `arn:aws:logs:${region}:${accountId}:log-group:${groupOf(name)}:log-stream:${stream}`;

  return {
    trace(functionName, active) {
      if (active) traced.add(functionName);
      else traced.delete(functionName);
    },
    credentialsFor(functionName, roleArn) {
      const sourceArn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
      if (!access.may({ service: 'lambda.amazonaws.com', sourceArn }, 'sts:AssumeRole', roleArn))
        throw new AwsError(
          'AccessDeniedException',
          'The role defined for the function cannot be assumed by Lambda.',
          { status: 403 },
        );
      roles.set(functionName, roleArn);
      const actor = { roleArn, session: functionName };
      access.may(actor, 'logs:CreateLogStream', streamArn(functionName));
      // The daemon beside each process sends them.
      if (traced.has(functionName)) for (const action of tracing) access.may(actor, action, '*');
      return sts.credentialsFor(roleArn, functionName);
    },
    log(functionName, line) {
      const roleArn = roles.get(functionName);
      const actor = { roleArn: roleArn ?? '', session: functionName };
      const mayWrite =
        roleArn === undefined || access.may(actor, 'logs:PutLogEvents', streamArn(functionName));
      if (mayWrite) logs.append(groupOf(functionName), stream, line);
    },
  };
}
