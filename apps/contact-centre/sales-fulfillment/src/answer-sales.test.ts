import { salesBot } from '@atlas-engine/lex-contracts';
import { aTurn } from '@atlas-engine/lex-contracts/testing';
import { createAnswerSales } from './answer-sales.ts';
import { products } from './products.ts';

const answer = createAnswerSales();
const fulfil = { fulfil: true };

describe('the answers about products', () => {
  it('know every product of the bot, and no other', () => {
    const offered = salesBot.slotTypes.SalesProduct.values.map(({ value }) => value);
    expect(Object.keys(products).sort()).toEqual([...offered].sort());
  });

  it.each(Object.entries(products))('tell of the %s and what it costs', async (Product, { about, price }) => {
    const info = await answer(aTurn(salesBot, 'ProductInfo', { Product }, fulfil));
    expect(info.messages).toEqual([{ contentType: 'PlainText', content: about }]);
    const pricing = await answer(aTurn(salesBot, 'Pricing', { Product }, fulfil));
    expect(pricing.messages).toEqual([{ contentType: 'PlainText', content: price }]);
  });

  it.each(['ProductInfo', 'Pricing'] as const)('%s asks for a product that is on offer', async (intent) => {
    const unknown = await answer(aTurn(salesBot, intent, { Product: 'toString' }));
    expect(unknown.sessionState).toMatchObject({
      dialogAction: { type: 'ElicitSlot', slotToElicit: 'Product' },
      intent: { slots: { Product: null } },
    });
    const missing = await answer(aTurn(salesBot, intent, {}, fulfil));
    expect(missing.sessionState.dialogAction.type).toBe('ElicitSlot');
    const open = await answer(aTurn(salesBot, intent));
    expect(open.sessionState.dialogAction.type).toBe('Delegate');
  });

  it('hand over to a person', async () => {
    const { sessionState } = await answer(aTurn(salesBot, 'TransferToAgent'));
    expect(sessionState.sessionAttributes).toEqual({ handOff: 'agent' });
  });

  it('ask for other words', async () => {
    const { sessionState } = await answer(aTurn(salesBot, 'FallbackIntent'));
    expect(sessionState.dialogAction.type).toBe('ElicitIntent');
  });
});
