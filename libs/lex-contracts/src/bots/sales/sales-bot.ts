import type { BotDefinition, SlotDefinition } from '../../bot/bot-definition.ts';
import { fallbackIntent } from '../fallback-intent.ts';
import { transferToAgent } from '../transfer-to-agent.ts';

const product = {
  description: 'The product that the customer asks about',
  type: 'SalesProduct',
  required: true,
  prompts: [
    'Which product: current account, savings, credit card, loan or mortgage?',
    'Is it about a current account, savings, a credit card, a loan or a mortgage?',
  ],
  card: {
    title: 'Our products',
    buttons: [
      { text: 'Current account', value: 'current account' },
      { text: 'Savings', value: 'savings account' },
      { text: 'Credit card', value: 'credit card' },
      { text: 'Loan', value: 'personal loan' },
      { text: 'Mortgage', value: 'mortgage' },
    ],
  },
} as const satisfies SlotDefinition;

/** What was asked about, so that "and what does it cost?" needs no product. */
const productChosen = { name: 'product-chosen', seconds: 300, turns: 5 } as const;

/** SalesBot: products and prices. */
export const salesBot = {
  description: 'Tells about products and what they cost',
  idleSessionSeconds: 300,
  confidenceThreshold: 0.4,
  locales: { en_GB: { voice: 'Amy', engine: 'neural' } },
  slotTypes: {
    SalesProduct: {
      description: 'Products on offer',
      closed: true,
      values: [
        { value: 'current account', synonyms: ['bank account', 'everyday account'] },
        { value: 'savings account', synonyms: ['savings', 'saver'] },
        { value: 'credit card', synonyms: ['card', 'credit cards'] },
        { value: 'personal loan', synonyms: ['loan', 'loans', 'borrowing'] },
        { value: 'mortgage', synonyms: ['mortgages', 'home loan'] },
      ],
    },
  },
  intents: {
    ProductInfo: {
      description: 'The person asks what is on offer',
      utterances: [
        'what products do you have',
        'tell me about your products',
        'tell me about the {Product}',
        'I would like information about a {Product}',
        'what is special about your {Product}',
        'I am interested in a {Product}',
        'how does the {Product} work',
        'what do you offer',
        'which features does the {Product} have',
      ],
      slots: { Product: product },
      dialogHook: true,
      outputContexts: [productChosen],
    },
    Pricing: {
      description: 'The person asks what something costs',
      utterances: [
        'what does it cost',
        'how much is it',
        'how much does the {Product} cost',
        'what is the interest rate on a {Product}',
        'what are the fees for the {Product}',
        'price of the {Product}',
        'is there a monthly fee',
        'what would I pay for a {Product}',
        'tell me your prices',
      ],
      slots: { Product: { ...product, initially: ['#product-chosen.Product'] } },
      dialogHook: true,
    },
    TransferToAgent: transferToAgent,
    FallbackIntent: fallbackIntent,
  },
} as const satisfies BotDefinition;
