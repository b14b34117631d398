import { cleanText, millisecondsPerDay } from '@atlas-engine/domain';
import { type BotLocale, lexLimits } from '@atlas-engine/lex-contracts';
import { type Texts, textsOf } from '../texts/texts-of.ts';
import type { InboundText } from './inbound-text.ts';
import { type Keyword, keywordOf } from './keywords.ts';
import type { TextingPorts } from './ports.ts';

/** As long as a message may come again: SQS keeps it for 14 days. */
const keptMs = 15 * millisecondsPerDay;

/** Characters that SNS sends in one go, in several parts. Source: SNS developer guide. */
const longest = 1600;

/** One character outside the GSM alphabet makes a text twice as long: dates are written with such spaces. */
const plainText = (text: string): string =>
  text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ').replaceAll(/[\u2018\u2019]/g, "'");

type Answered = 'DONE' | 'RETRY';

/** A number's own language, as far as the bot speaks it. */
const localeOf = (phone: string): BotLocale => (phone.startsWith('+44') ? 'en_GB' : 'en_US');

/**
 * Answers a text of a customer: keywords at once, everything else through AtlasEngineBot, and nothing at all to a
 * number that wants no texts. A text is answered once, however often it is delivered; `RETRY` asks for it again.
 */
export function createAnswerText(ports: TextingPorts) {
  const { store, clock, count } = ports;

  const send = ({ originationNumber, destinationNumber }: InboundText, text: string): Promise<void> =>
    ports.sendText({
      to: originationNumber,
      from: destinationNumber,
      text: plainText(text).slice(0, longest),
    });

  const onKeyword: Readonly<Record<Keyword, (inbound: InboundText, texts: Texts) => Promise<Answered>>> = {
    // The list comes first: whatever fails after it, nobody is called who asked not to be.
    STOP: async (inbound, texts) => {
      const { originationNumber: phone } = inbound;
      const wasStopped = await store.areTextsStopped(phone);
      if ((await store.doNotCall.add({ phone, source: 'SMS', at: clock.now() })) === 'ADDED')
        count('OptedOut');
      await store.stopTexts(phone, clock.now());
      // One confirmation is allowed, and a second STOP is not answered.
      if (!wasStopped) await send(inbound, texts.sms.stopped);
      count('TextsStopped');
      return 'DONE';
    },
    HELP: async (inbound, texts) => {
      await send(inbound, texts.sms.help);
      return 'DONE';
    },
    START: async (inbound, texts) => {
      const { originationNumber: phone } = inbound;
      await store.startTexts(phone, clock.now());
      const isListed = await store.doNotCall.has(phone);
      await send(inbound, isListed ? texts.sms.startedWithoutCalls : texts.sms.started);
      count('TextsStarted');
      return 'DONE';
    },
  };

  const converse = async (inbound: InboundText, locale: BotLocale): Promise<Answered> => {
    const texts = textsOf(locale, 'SMS');
    const text = cleanText(inbound.messageBody);
    if (text.length > lexLimits.utterance) {
      await send(inbound, texts.sms.tooLong);
      return 'DONE';
    }
    if (text === '') {
      await send(inbound, texts.notUnderstood);
      return 'DONE';
    }
    const reply = await ports.askBot({ phone: inbound.originationNumber, locale, text });
    if (reply.kind === 'BUSY') return 'RETRY';
    await send(inbound, reply.kind === 'FAILED' ? texts.trouble : reply.texts.join(' '));
    count('TextAnswered');
    return 'DONE';
  };

  const answer = async (inbound: InboundText): Promise<Answered> => {
    const { originationNumber: phone, messageBody } = inbound;
    const keyword = keywordOf(messageBody);
    const locale = localeOf(phone);
    if (keyword !== undefined) return onKeyword[keyword](inbound, textsOf(locale, 'SMS'));
    if (await store.areTextsStopped(phone)) {
      ports.logger.info('text of a number that wants none is not answered', {});
      return 'DONE';
    }
    return converse(inbound, locale);
  };

  return async (inbound: InboundText): Promise<Answered> => {
    const { inboundMessageId: id } = inbound;
    const at = clock.now();
    const taken = await store.takeText({ id, at, expiresAt: at + keptMs });
    if (taken !== 'TAKEN') return taken === 'ANSWERED' ? 'DONE' : 'RETRY';
    const answered = await answer(inbound);
    if (answered === 'DONE') await store.markTextAnswered({ id, at });
    return answered;
  };
}
