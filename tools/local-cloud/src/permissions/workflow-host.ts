import { AwsError } from '@atlas-engine/aws-wire';
import type { ServiceAccess } from './service-access.ts';

/** A state machine as far as its role has to do with it. */
export interface WorkflowRole {
  readonly arn: string;
  readonly roleArn: string;
  /** Whether it sends its events to CloudWatch Logs. */
  readonly logged: boolean;
  /** Whether its executions are traced by X-Ray. */
  readonly traced: boolean;
}

/** What Step Functions does in the name of a state machine's role beside its tasks. */
export interface WorkflowHost {
  /** @throws AwsError when the role may not be assumed, or may not deliver the logs that are asked for */
  register(workflow: WorkflowRole): void;
  /** An execution begins: its traces are sent. */
  begin(stateMachineArn: string): void;
}

/** Source: Step Functions developer guide, "Using CloudWatch Logs to log execution history". */
const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

/** Source: Step Functions developer guide, "Trace requests with AWS X-Ray". */
const tracing = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

/** The session in which Step Functions uses a role; AWS chooses another name each time. */
export const workflowSession = 'states';

export function createWorkflowHost(access: ServiceAccess): WorkflowHost {
  const traced = new Map<string, string>();
  return {
    register({ arn, roleArn, logged, traced: isTraced }) {
      const service = { service: 'states.amazonaws.com', sourceArn: arn };
      if (!access.may(service, 'sts:AssumeRole', roleArn))
        throw new AwsError(
          'AccessDeniedException',
          `Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.`,
        );
      const actor = { roleArn, session: workflowSession };
      const missing = logged ? logDelivery.filter((action) => !access.may(actor, action, '*')) : [];
      if (missing.length > 0)
        throw new AwsError(
          'AccessDeniedException',
          `The state machine IAM Role is not authorized to access the Log Destination: it lacks ${missing.join(', ')}`,
        );
      if (isTraced) traced.set(arn, roleArn);
      else traced.delete(arn);
    },
    begin(stateMachineArn) {
      const roleArn = traced.get(stateMachineArn);
      if (roleArn === undefined) return;
      for (const action of tracing) access.may({ roleArn, session: workflowSession }, action, '*');
    },
  };
}
