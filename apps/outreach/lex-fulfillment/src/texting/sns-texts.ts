import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { isThrottle, isTransient } from '@atlas-engine/function-kit';
import type { OutboundText } from './ports.ts';
import { TextNotSentError } from './texting-errors.ts';

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

/** Sends texts through SNS, from the number that the customer wrote to. @throws TextNotSentError */
export const snsTexts =
  ({ client }: { readonly client: Pick<SNSClient, 'send'> }) =>
  async ({ to, from, text: Message }: OutboundText): Promise<void> => {
    try {
      await client.send(
        new PublishCommand({
          PhoneNumber: to,
          Message,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': text('Transactional'),
            'AWS.MM.SMS.OriginationNumber': text(from),
          },
        }),
      );
    } catch (error) {
      throw new TextNotSentError(error, isThrottle(error) || isTransient(error));
    }
  };
