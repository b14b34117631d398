import {
  answerByIntent,
  askForOtherWords,
  close,
  type CodeHookEventOf,
  type CodeHookResponse,
  delegate,
  elicitSlot,
  handOver,
  type IntentOf,
  type salesBot,
  sessionOf,
} from '@atlas-engine/lex-contracts';
import { isProduct, type Product, products } from './products.ts';

type Bot = typeof salesBot;

const texts = {
  unknown:
    'We do not have that. Would you like a current account, savings, a credit card, a loan or a mortgage?',
  again: 'I am sorry, I did not understand that. You can ask about a product, or what it costs.',
  handOver: 'I will connect you with a colleague.',
} as const;

/** Tells something of the product asked about; asks for it first where it is missing or not on offer. */
const tell =
  <Name extends 'ProductInfo' | 'Pricing'>(say: (product: Product) => string) =>
  (intent: IntentOf<Bot, Name>, event: CodeHookEventOf<Bot>): CodeHookResponse => {
    const sessionAttributes = sessionOf(event);
    const asked: IntentOf<Bot, 'ProductInfo' | 'Pricing'> = intent;
    const product = asked.slots.Product?.value.interpretedValue;
    if (asked.slots.Product !== null && !isProduct(product)) {
      const forgotten = { ...asked, slots: { Product: null } };
      return elicitSlot({ intent: forgotten, slot: 'Product', say: texts.unknown, sessionAttributes });
    }
    if (event.invocationSource === 'DialogCodeHook') return delegate({ intent: asked, sessionAttributes });
    return isProduct(product)
      ? close({ intent: asked, state: 'Fulfilled', say: say(product), sessionAttributes })
      : elicitSlot({ intent: asked, slot: 'Product', sessionAttributes });
  };

/** Answers SalesBot. */
export const createAnswerSales = () =>
  answerByIntent<Bot>({
    ProductInfo: tell<'ProductInfo'>((product) => products[product].about),
    Pricing: tell<'Pricing'>((product) => products[product].price),
    TransferToAgent: (intent, event) => handOver(intent, event, texts.handOver),
    FallbackIntent: (intent, event) => askForOtherWords(intent, event, texts),
  });
