import { AwsError, notSupported } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import type { RuleTarget } from './rule-record.ts';
import { checkTargetInput } from './target-input.ts';

/** A target as the API and templates write it; what else a target can have is refused by name. */
export const targetSchema = z.strictObject({
  Id: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/),
  Arn: z.string().startsWith('arn:').max(1600),
  RoleArn: z.string().optional(),
  Input: z.string().max(8192).optional(),
  InputPath: z.string().max(256).optional(),
  InputTransformer: z
    .strictObject({
      InputPathsMap: z.record(z.string(), z.string()).optional(),
      InputTemplate: z.string().min(1).max(8192),
    })
    .optional(),
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
});

/** The services that can be targets. */
export type TargetService = 'lambda' | 'sqs' | 'sns' | 'states' | 'logs' | 'events';

const services: readonly string[] = ['lambda', 'sqs', 'sns', 'states', 'logs', 'events'];
const needRole: readonly string[] = ['states', 'events'];

/** The service of a target's ARN. @throws AwsError for one that is not known here. */
export const targetService = (arn: string): TargetService => {
  const service = arn.split(':')[2] ?? '';
  if (!services.includes(service)) throw notSupported('events', `targets of ${service}: ${arn}`);
  return service as TargetService;
};

const refused = (message: string): AwsError => new AwsError('ValidationException', message);

const isStandardQueue = (arn: string): boolean => /^arn:aws:sqs:[^:]+:\d{12}:[A-Za-z0-9_-]+$/.test(arn);

/** @throws AwsError ValidationException when a target could never be reached as it is. */
export const checkTarget = (target: RuleTarget): void => {
  const service = targetService(target.Arn);
  if (needRole.includes(service) && target.RoleArn === undefined) {
    throw refused(`RoleArn is required for target ${target.Arn}.`);
  }
  const isFifo = service === 'sqs' && target.Arn.endsWith('.fifo');
  if (isFifo !== (target.SqsParameters !== undefined)) {
    throw refused(`Parameter SqsParameters is for FIFO queues, which need it: target ${target.Id}.`);
  }
  const deadLetters = target.DeadLetterConfig?.Arn;
  if (deadLetters !== undefined && !isStandardQueue(deadLetters)) {
    throw refused(`DeadLetterConfig.Arn must be a standard SQS queue: target ${target.Id}.`);
  }
  checkTargetInput(target);
};
