import { errors } from './errors.ts';

/** Whose ARNs the double makes. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
}

/** The parts of a state machine's ARN; a qualifier is a version's number or an alias's name. */
export interface MachineArn {
  readonly arn: string;
  /** Without the qualifier. */
  readonly machineArn: string;
  readonly name: string;
  readonly qualifier?: string;
}

const machineForm = /^(arn:aws[\w-]*:states:[\w-]+:\d{12}:stateMachine:([^:]+))(?::([^:]+))?$/;
const executionForm = /^arn:aws[\w-]*:states:[\w-]+:\d{12}:execution:[^:]+:[^:]+$/;
const roleForm = /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/;

export const machineArnOf = ({ region, accountId }: Place, name: string): string =>
  `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;

export const executionArnOf = ({ region, accountId }: Place, machine: string, name: string): string =>
  `arn:aws:states:${region}:${accountId}:execution:${machine}:${name}`;

const notOf = (kind: string, arn: string): string =>
  arn.startsWith('arn:aws')
    ? `Resource type not valid in this context: not the ARN of ${kind}: ${arn}`
    : `Invalid ARN prefix: ${arn}`;

/** @throws AwsError InvalidArn */
export const parseMachineArn = (arn: string): MachineArn => {
  const [, machineArn, name, qualifier] = machineForm.exec(arn) ?? [];
  if (machineArn === undefined || name === undefined) throw errors.invalidArn(notOf('a state machine', arn));
  return { arn, machineArn, name, ...(qualifier === undefined ? {} : { qualifier }) };
};

/** @throws AwsError InvalidArn */
export const checkedExecutionArn = (arn: string): string => {
  if (executionForm.test(arn)) return arn;
  throw errors.invalidArn(notOf('an execution', arn));
};

/** @throws AwsError InvalidArn */
export const checkedRoleArn = (arn: string): string => {
  if (roleForm.test(arn)) return arn;
  throw errors.invalidArn(notOf('a role', arn));
};
