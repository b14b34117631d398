import type { MessageAttribute } from '../delivery/deliver.ts';
import { invalidParameter, missingParameter } from './sqs-error.ts';
import { AwsError } from '@atlas-engine/aws-wire';

const mostAttributes = 10;
const attributeName = /^(?!AWS\.|Amazon\.|\.)(?!.*\.\.)(?!.*\.$)[A-Za-z0-9_.-]{1,256}$/i;
// The characters that XML 1.0 allows; lone surrogates are not among them.
// eslint-disable-next-line no-control-regex -- control characters are what SQS refuses
const forbidden = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

type Attributes = Readonly<Record<string, MessageAttribute>>;

const checkText = (text: string): void => {
  if (forbidden.test(text)) {
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF.',
    );
  }
};

const checkValue = (name: string, { DataType, StringValue, BinaryValue }: MessageAttribute): void => {
  const [kind = ''] = DataType.split('.');
  if (!['String', 'Number', 'Binary'].includes(kind)) {
    throw invalidParameter(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  const value = kind === 'Binary' ? BinaryValue : StringValue;
  if (value === undefined || value === '') {
    throw invalidParameter(
      `The message (user) attribute '${name}' must contain a non-empty value of type '${kind}'.`,
    );
  }
  if (kind === 'Number') checkNumber(name, value);
  if (kind === 'String') checkText(value);
};

const checkNumber = (name: string, value: string): void => {
  if (Number.isFinite(Number(value))) return;
  throw invalidParameter(`Can't cast the value of message (user) attribute '${name}' to a number.`);
};

const checkAttributes = (attributes: Attributes): void => {
  const names = Object.keys(attributes);
  if (names.length > mostAttributes) {
    throw invalidParameter(
      `Number of message attributes [${names.length}] exceeds the allowed maximum [${mostAttributes}].`,
    );
  }
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!attributeName.test(name))
      throw invalidParameter(`The name of message (user) attribute '${name}' is invalid.`);
    checkValue(name, attribute);
  }
};

const attributeSize = ([name, { DataType, StringValue = '', BinaryValue = '' }]: [
  string,
  MessageAttribute,
]): number =>
  Buffer.byteLength(name) +
  Buffer.byteLength(DataType) +
  Buffer.byteLength(StringValue) +
  Buffer.byteLength(BinaryValue, 'base64');

/** What counts towards the size limit: the body and the names, types and values of attributes, in bytes. */
export const messageSize = (body: string, attributes: Attributes): number =>
  Object.entries(attributes).reduce((sum, entry) => sum + attributeSize(entry), Buffer.byteLength(body));

/** @throws AwsError when the body is empty, too long or not text, or an attribute is not valid. */
export const checkContent = (body: string, attributes: Attributes, mostBytes: number): void => {
  if (body === '') throw missingParameter('MessageBody');
  checkText(body);
  checkAttributes(attributes);
  if (messageSize(body, attributes) > mostBytes) {
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${mostBytes} bytes.`,
    );
  }
};
