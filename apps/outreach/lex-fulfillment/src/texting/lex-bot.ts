import { RecognizeTextCommand, type LexRuntimeV2Client } from '@aws-sdk/client-lex-runtime-v2';
import { phoneKeyOf } from '@atlas-engine/domain';
import { isThrottle, isTransient } from '@atlas-engine/function-kit';
import { senderAttribute } from '../conversation/sender.ts';
import { BotRefusedError, BotUnavailableError } from './texting-errors.ts';
import type { BotReply, Said } from './ports.ts';

export interface LexBotOptions {
  readonly client: Pick<LexRuntimeV2Client, 'send'>;
  readonly botId: string;
  readonly botAliasId: string;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

function failed(error: unknown): BotReply {
  if (isNamed(error, 'ConflictException')) return { kind: 'BUSY' };
  if (isNamed(error, 'DependencyFailedException')) return { kind: 'FAILED' };
  if (isThrottle(error) || isTransient(error)) throw new BotUnavailableError(error);
  throw new BotRefusedError(error);
}

/**
 * AtlasEngineBot in Lex. A conversation goes by a digest of the number, so that no log shows it; the function is told
 * the number itself, because it was the carrier that said so.
 *
 * @throws BotUnavailableError, BotRefusedError
 */
export const lexBot =
  ({ client, botId, botAliasId }: LexBotOptions) =>
  async ({ phone, locale, text }: Said): Promise<BotReply> => {
    try {
      const { messages = [] } = await client.send(
        new RecognizeTextCommand({
          botId,
          botAliasId,
          localeId: locale,
          sessionId: `sms-${phoneKeyOf(phone)}`,
          text,
          requestAttributes: { [senderAttribute]: phone },
        }),
      );
      return {
        kind: 'REPLY',
        texts: messages.flatMap(({ content }) => (content === undefined ? [] : [content])),
      };
    } catch (error) {
      return failed(error);
    }
  };
