import { gatewayBot } from '@atlas-engine/lex-contracts';
import { aTurn } from '@atlas-engine/lex-contracts/testing';
import { createAnswerGateway } from './answer-gateway.ts';

const answer = createAnswerGateway();

describe('the gateway', () => {
  it.each(['banking', 'sales'])('says that %s takes over', async (topic) => {
    const { sessionState, messages } = await answer(
      aTurn(gatewayBot, 'ChatIntent', { Topic: topic }, { fulfil: true, sessionAttributes: { a: 'b' } }),
    );
    expect(sessionState).toMatchObject({
      dialogAction: { type: 'Close' },
      intent: { state: 'Fulfilled' },
      sessionAttributes: { route: topic, a: 'b' },
    });
    expect(messages).toHaveLength(1);
  });

  it('leaves the question for the topic to the bot', async () => {
    const { sessionState } = await answer(aTurn(gatewayBot, 'ChatIntent'));
    expect(sessionState.dialogAction.type).toBe('Delegate');
  });

  it.each([{}, { Topic: 'cooking' }])('takes no topic that it does not know: %j', async (slots) => {
    const { sessionState } = await answer(aTurn(gatewayBot, 'ChatIntent', slots, { fulfil: true }));
    expect(sessionState.dialogAction).toEqual({ type: 'ElicitSlot', slotToElicit: 'Topic' });
  });

  it('hands over to a person', async () => {
    const { sessionState } = await answer(
      aTurn(gatewayBot, 'TransferToAgent', {}, { sessionAttributes: { route: 'sales' } }),
    );
    expect(sessionState.sessionAttributes).toEqual({ handOff: 'agent' });
  });

  it('asks for other words once, then hands over', async () => {
    const first = await answer(aTurn(gatewayBot, 'FallbackIntent'));
    expect(first.sessionState.dialogAction.type).toBe('ElicitIntent');
    const { sessionAttributes } = first.sessionState;
    const second = await answer(aTurn(gatewayBot, 'FallbackIntent', {}, { sessionAttributes }));
    expect(second.sessionState.sessionAttributes).toEqual({ handOff: 'agent' });
  });

  it('does not believe a count that a client made up', async () => {
    const sessionAttributes = { missedTurns: '-99', route: 'vault', handOff: 'agent' };
    const { sessionState } = await answer(aTurn(gatewayBot, 'FallbackIntent', {}, { sessionAttributes }));
    expect(sessionState.sessionAttributes).toEqual({ missedTurns: '1' });
  });
});
