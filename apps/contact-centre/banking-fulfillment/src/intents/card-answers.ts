import type { bankingBot, CodeHookResponse, IntentOf } from '@atlas-engine/lex-contracts';
import type { AccountBook } from '../accounts/account-book.ts';
import { texts } from '../texts.ts';
import { type Asked, finish, stillToAsk } from './gather.ts';
import { readCard } from './read-slots.ts';

type Bot = typeof bankingBot;

/** The answers about cards. */
export const cardAnswers = (book: AccountBook) => ({
  ReportLostCard: (intent: IntentOf<Bot, 'ReportLostCard'>, event: Asked): CodeHookResponse => {
    const card = readCard(intent.slots.CardType);
    const open = stillToAsk(intent, event, { CardType: { value: card, problem: texts.card } });
    if (open !== undefined) return open;
    if (card === undefined) return finish(intent, event, { state: 'Failed', say: texts.card });
    const isNew = book.blockCard(card) === 'BLOCKED';
    return finish(intent, event, {
      say: isNew
        ? `Your ${card} is blocked, and a new one is on its way.`
        : `Your ${card} is blocked already.`,
    });
  },

  ChangePIN: (intent: IntentOf<Bot, 'ChangePIN'>, event: Asked): CodeHookResponse => {
    const card = readCard(intent.slots.CardType);
    const open = stillToAsk(intent, event, { CardType: { value: card, problem: texts.card } });
    return open ?? finish(intent, event, { say: texts.pin });
  },
});
