import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import type { Queue, QueueDirectory } from './queue-directory.ts';

const redriveSchema = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

const allowSchema = z.object({
  redrivePermission: z.enum(['allowAll', 'denyAll', 'byQueue']),
  sourceQueueArns: z.array(z.string()).max(10).optional(),
});

type Attributes = Readonly<Record<string, string>>;

const refused = (name: string, value: string, reason: string): AwsError =>
  new AwsError('InvalidParameterValue', `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);

const read = <T>(schema: z.ZodType<T>, name: string, attributes: Attributes): T | undefined => {
  const text = attributes[name];
  if (text === undefined || text === '') return undefined;
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw refused(
    name,
    text,
    result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
};

const admits = (target: Queue, sourceArn: string): boolean => {
  const allow = read(allowSchema, 'RedriveAllowPolicy', target.record.attributes);
  if (allow === undefined || allow.redrivePermission === 'allowAll') return true;
  return allow.redrivePermission === 'byQueue' && allow.sourceQueueArns?.includes(sourceArn) === true;
};

/**
 * Checks that the dead-letter queue of a policy exists, is of the same kind and takes this queue's messages.
 *
 * @throws AwsError InvalidParameterValue with the reason.
 */
export const checkRedrive = (
  directory: QueueDirectory,
  source: { readonly arn: string; readonly fifo: boolean },
  attributes: Attributes,
): void => {
  read(allowSchema, 'RedriveAllowPolicy', attributes);
  const policy = read(redriveSchema, 'RedrivePolicy', attributes);
  if (policy === undefined) return;
  const text = attributes['RedrivePolicy'] ?? '';
  const target = directory.all().find(({ arn }) => arn === policy.deadLetterTargetArn);
  if (target === undefined) throw refused('RedrivePolicy', text, 'Dead letter target does not exist.');
  if (target.arn === source.arn)
    throw refused('RedrivePolicy', text, 'A queue can not be its own dead letter target.');
  if (target.settings.fifo !== source.fifo) {
    throw refused('RedrivePolicy', text, 'Dead-letter queue must be same type of queue as the source.');
  }
  if (!admits(target, source.arn)) {
    throw refused('RedrivePolicy', text, 'The dead letter target does not allow this queue as a source.');
  }
};
