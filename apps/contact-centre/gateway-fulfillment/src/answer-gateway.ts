import {
  answerByIntent,
  askForOtherWords,
  close,
  delegate,
  elicitSlot,
  type gatewayBot,
  handOver,
  sessionOf,
} from '@atlas-engine/lex-contracts';

const texts = {
  onward: { banking: 'I will see to your account.', sales: 'I will tell you about our products.' },
  again: 'I am sorry, I did not understand that. Is it about your account, or about our products?',
  handOver: 'I will connect you with a colleague.',
} as const;

type Topic = keyof typeof texts.onward;
const isTopic = (value: string | undefined): value is Topic => value !== undefined && value in texts.onward;

/**
 * Answers GatewayBot. The session attribute `route` says who takes over: `banking`, `sales`; `handOff` is `agent` when a
 * person does.
 */
export const createAnswerGateway = () =>
  answerByIntent<typeof gatewayBot>({
    ChatIntent: (intent, event) => {
      const sessionAttributes = sessionOf(event);
      const topic = intent.slots.Topic?.value.interpretedValue;
      if (event.invocationSource === 'DialogCodeHook') return delegate({ intent, sessionAttributes });
      if (!isTopic(topic)) return elicitSlot({ intent, slot: 'Topic', sessionAttributes });
      return close({
        intent,
        state: 'Fulfilled',
        say: texts.onward[topic],
        sessionAttributes: { ...sessionAttributes, route: topic },
      });
    },
    TransferToAgent: (intent, event) => handOver(intent, event, texts.handOver),
    FallbackIntent: (intent, event) => askForOtherWords(intent, event, texts),
  });
