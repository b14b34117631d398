import { AwsError } from '@atlas-engine/aws-wire';

type Attributes = Readonly<Record<string, string>>;

const whole = (min: number, max: number) => (value: string) =>
  /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
const oneOf =
  (...allowed: readonly string[]) =>
  (value: string) =>
    allowed.includes(value);
const boolean = oneOf('true', 'false');

const json = (value: string): boolean => {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
};
const jsonOrNone = (value: string): boolean => value === '' || json(value);

/** The attributes that can be set, with their bounds. Source: SQS API reference, SetQueueAttributes. */
const settable: Readonly<Record<string, (value: string) => boolean>> = {
  DelaySeconds: whole(0, 900),
  MaximumMessageSize: whole(1024, 1_048_576),
  MessageRetentionPeriod: whole(60, 1_209_600),
  Policy: jsonOrNone,
  ReceiveMessageWaitTimeSeconds: whole(0, 20),
  VisibilityTimeout: whole(0, 43_200),
  RedrivePolicy: jsonOrNone,
  RedriveAllowPolicy: jsonOrNone,
  KmsMasterKeyId: () => true,
  KmsDataKeyReusePeriodSeconds: whole(60, 86_400),
  SqsManagedSseEnabled: boolean,
  FifoQueue: boolean,
  ContentBasedDeduplication: boolean,
  DeduplicationScope: oneOf('messageGroup', 'queue'),
  FifoThroughputLimit: oneOf('perQueue', 'perMessageGroupId'),
};

const fifoOnly = ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'];

/** The attributes that are worked out when asked for. */
export const readOnlyAttributes: readonly string[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
  'CreatedTimestamp',
  'LastModifiedTimestamp',
  'QueueArn',
];

/** Every name that GetQueueAttributes knows. */
export const attributeNames: readonly string[] = [...Object.keys(settable), ...readOnlyAttributes];

const invalid = (name: string): AwsError =>
  new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);

/**
 * Checks attributes that are to be set.
 *
 * @throws AwsError InvalidAttributeName for an unknown name, InvalidAttributeValue for a value out of bounds.
 */
export const checkQueueAttributes = (attributes: Attributes, fifo: boolean): void => {
  for (const [name, value] of Object.entries(attributes)) {
    const isValid = Object.hasOwn(settable, name) ? settable[name] : undefined;
    if (isValid === undefined || (fifoOnly.includes(name) && !fifo)) {
      throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    }
    if (!isValid(value)) throw invalid(name);
  }
};
