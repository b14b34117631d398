import { answerByIntent, askForOtherWords, type bankingBot, handOver } from '@atlas-engine/lex-contracts';
import { type AccountBook, createAccountBook } from './accounts/account-book.ts';
import { accountAnswers } from './intents/account-answers.ts';
import { cardAnswers } from './intents/card-answers.ts';
import { texts } from './texts.ts';

/** Answers BankingBot from an account book. */
export const createAnswerBanking = (book: AccountBook = createAccountBook()) =>
  answerByIntent<typeof bankingBot>({
    ...accountAnswers(book),
    ...cardAnswers(book),
    TransferToAgent: (intent, event) => handOver(intent, event, texts.handOver),
    FallbackIntent: (intent, event) => askForOtherWords(intent, event, texts),
  });
