import type { FoundBot } from '../bot/bots.ts';
import { wireState } from '../api/session-output.ts';
import { newIntent } from '../dialog/new-intent.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionKey } from '../dialog/sessions.ts';
import type { InputMode } from '../dialog/turn-context.ts';
import { type Utterance, withoutSpokenValues, withoutValues } from './obfuscate.ts';

/** A line for the log of a bot's conversations, in the name of the bot's role. */
export interface TextLogLine {
  readonly roleArn: string;
  readonly logGroupArn: string;
  readonly stream: string;
  readonly line: string;
}

export type LoggedOperation = 'RecognizeText' | 'RecognizeUtterance' | 'StartConversation';

/** A turn that is over. */
export interface LoggedTurn {
  readonly key: SessionKey;
  readonly requestId: string;
  readonly requestAttributes: Readonly<Record<string, string>>;
  readonly operation: LoggedOperation;
  readonly inputMode: InputMode;
  readonly text: string;
  readonly before: Session;
  readonly after: Session;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The line that a turn leaves in the log of its alias; undefined when it keeps none. */
export function textLogLine(turn: LoggedTurn, found: FoundBot): TextLogLine | undefined {
  const { bot, alias } = found;
  if (alias.textLog === undefined) return undefined;
  return {
    roleArn: bot.RoleArn,
    logGroupArn: alias.textLog.logGroupArn,
    stream: `${alias.textLog.prefix}${alias.botId}/${alias.aliasId}`,
    line: JSON.stringify(entryOf(turn, found)),
  };
}

function entryOf(turn: LoggedTurn, { bot, alias, locale }: FoundBot): object {
  const { key, requestId, requestAttributes, operation, inputMode, before, after, at } = turn;
  const intent = after.sessionState.intent ?? newIntent(locale.fallback);
  const shown = withoutValues(locale, intent);
  const said = withoutSpokenValues(locale, { text: turn.text, intent, asked: askedIn(before) });
  return {
    messageVersion: '2.0',
    bot: {
      id: bot.id,
      name: bot.Name,
      aliasId: alias.aliasId,
      aliasName: alias.aliasName,
      localeId: key.localeId,
      version: alias.botVersion,
    },
    messages: after.messages,
    sessionState: { ...wireState(after, requestId, at), intent: shown },
    interpretations: after.interpretations.map((each) => ({
      ...each,
      intent: withoutValues(locale, each.intent),
    })),
    interpretationSource: 'Lex',
    sessionId: key.sessionId,
    inputTranscript: said,
    transcriptions: [
      {
        transcription: said,
        transcriptionConfidence: 1,
        resolvedContext: { intent: intent.name },
        resolvedSlots: shown.slots,
      },
    ],
    missedUtterance: intent.name === locale.fallback.name,
    requestId,
    timestamp: new Date(at).toISOString(),
    developerOverride: false,
    inputMode,
    requestAttributes,
    operationName: operation,
  };
}

/** The slot that was asked for. */
function askedIn({ sessionState: { dialogAction, intent } }: Session): Utterance['asked'] {
  if (dialogAction?.type !== 'ElicitSlot' || intent === undefined) return undefined;
  return { intent: intent.name, slot: dialogAction.slotToElicit };
}
