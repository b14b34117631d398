import { notSupported } from '@atlas-engine/aws-wire';
import { compileFilterPolicy } from './filter-policy.ts';
import { invalidParameter } from './sns-error.ts';
import { protocols, type Protocol } from './topic-record.ts';
import type { SubscriptionRequest } from './topic-directory.ts';

/** @throws AwsError for a protocol that is not known here; http, sms and the like are refused by name. */
export const readProtocol = (protocol: string): Protocol => {
  const known = protocols.find((candidate) => candidate === protocol);
  if (known === undefined) throw notSupported('sns', `subscriptions with the protocol ${protocol}`);
  return known;
};

const endpointForms: Readonly<Record<Protocol, { readonly form: RegExp; readonly refusal: string }>> = {
  lambda: { form: /^arn:aws:lambda:[^:]+:\d{12}:function:/, refusal: 'Lambda endpoint ARN' },
  sqs: { form: /^arn:aws:sqs:[^:]+:\d{12}:[A-Za-z0-9_-]+$/, refusal: 'SQS endpoint ARN, or a FIFO queue' },
  email: { form: /^[^@\s]+@[^@\s]+$/, refusal: 'Email address' },
  'email-json': { form: /^[^@\s]+@[^@\s]+$/, refusal: 'Email address' },
};

const isRedrive = (text: string): boolean => {
  try {
    const policy = JSON.parse(text) as { deadLetterTargetArn?: unknown } | null;
    return (
      typeof policy?.deadLetterTargetArn === 'string' && policy.deadLetterTargetArn.startsWith('arn:aws:sqs:')
    );
  } catch {
    return false;
  }
};

const checks: Readonly<Record<string, (value: string, protocol: Protocol) => void>> = {
  RawMessageDelivery: (value, protocol) => {
    if (!['true', 'false'].includes(value))
      throw invalidParameter(`Attributes Reason: RawMessageDelivery: Invalid value [${value}].`);
    if (value === 'true' && protocol !== 'sqs') {
      throw invalidParameter(
        `Attributes Reason: RawMessageDelivery: value [true] invalid as the Protocol ${protocol} does not support Raw Message Delivery`,
      );
    }
  },
  FilterPolicy: (value) => void compileFilterPolicy(value),
  FilterPolicyScope: (value) => {
    if (value !== 'MessageAttributes') throw notSupported('sns', `FilterPolicyScope ${value}`);
  },
  RedrivePolicy: (value) => {
    if (!isRedrive(value))
      throw invalidParameter('RedrivePolicy: must be {"deadLetterTargetArn": ARN of an SQS queue}');
  },
};

/** @throws AwsError InvalidParameter for a value that is not valid; an attribute that is not known here is refused by name. */
export const checkSubscriptionAttribute = (name: string, value: string, protocol: Protocol): void => {
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined) throw notSupported('sns', `the subscription attribute ${name}`);
  check(value, protocol);
};

/** @throws AwsError InvalidParameter when a subscription could never be delivered to. */
export const checkSubscription = ({ protocol, endpoint, attributes }: SubscriptionRequest): void => {
  const { form, refusal } = endpointForms[protocol];
  if (!form.test(endpoint)) throw invalidParameter(refusal);
  for (const [name, value] of Object.entries(attributes)) checkSubscriptionAttribute(name, value, protocol);
};
