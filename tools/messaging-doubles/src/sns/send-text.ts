import { randomUUID } from 'node:crypto';
import { type BoundedLog, createBoundedLog } from '../bounded-log.ts';
import type { PublishRequest } from './publish.ts';
import { invalidParameter } from './sns-error.ts';
import type { SnsOptions } from './sns-options.ts';

/** A text message that was sent to a phone. */
export interface SentText {
  readonly messageId: string;
  readonly to: string;
  /** The number that it comes from; absent when SNS is left to choose. */
  readonly from?: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Text messages to phones. */
export interface TextSender {
  /** @throws AwsError InvalidParameter */
  send(to: string, request: PublishRequest): SentText;
  /** The last 1,000, the oldest first. */
  sent(): readonly SentText[];
}

const mostKept = 1000;
/** Characters of a message, which SNS sends in several parts. Source: SNS developer guide, "Publishing to a mobile phone". */
const mostCharacters = 1600;
const phoneNumber = /^\+[1-9]\d{6,14}$/;
const origination = 'AWS.MM.SMS.OriginationNumber';
const known = new Set([origination, 'AWS.SNS.SMS.SMSType', 'AWS.SNS.SMS.SenderID', 'AWS.SNS.SMS.MaxPrice']);

/** A number of another account is refused by SNS; here every number may send, so only its form is checked. */
function originOf({ attributes = {} }: PublishRequest): string | undefined {
  checkAttributes(attributes);
  const from = attributes[origination]?.StringValue;
  if (from === undefined || phoneNumber.test(from)) return from;
  throw invalidParameter(`${origination}: must be a number`);
}

function checkAttributes(attributes: NonNullable<PublishRequest['attributes']>): void {
  const unknown = Object.keys(attributes).find((name) => name.startsWith('AWS.') && !known.has(name));
  if (unknown !== undefined) throw invalidParameter(`MessageAttributes: ${unknown} is not one of SMS`);
  const type = attributes['AWS.SNS.SMS.SMSType']?.StringValue ?? 'Promotional';
  if (!['Transactional', 'Promotional'].includes(type))
    throw invalidParameter('AWS.SNS.SMS.SMSType: must be Transactional or Promotional');
}

export function createTextSender({ clock, store }: Pick<SnsOptions, 'clock' | 'store'>): TextSender {
  const log: BoundedLog<SentText> = createBoundedLog(store.collection('sns/texts'), mostKept);
  return {
    sent: () => log.list(),
    send: (to, request) => {
      if (!phoneNumber.test(to))
        throw invalidParameter(`PhoneNumber Reason: ${to} is not valid to publish to`);
      if (request.message === '') throw invalidParameter('Empty message');
      if (request.message.length > mostCharacters) throw invalidParameter('Message too long');
      const from = originOf(request);
      const text: SentText = {
        messageId: randomUUID(),
        to,
        ...(from === undefined ? {} : { from }),
        text: request.message,
        at: clock.now(),
      };
      log.add(text);
      return text;
    },
  };
}
