import type { AwsError } from '@atlas-engine/aws-wire';
import { invalidParameter } from '../logs-error.ts';

/** For what CloudWatch Logs refuses. */
export const invalidPattern = (problem: string): AwsError =>
  invalidParameter(`filterPattern: Invalid filter pattern: ${problem}`);
/** For what CloudWatch Logs may know and the double does not. */
export const unsupportedPattern = (what: string): AwsError =>
  invalidParameter(`filterPattern: the local double does not support ${what}`);
