import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Bots, FoundBot } from '../bot/bots.ts';
import { createAdvance } from './advance.ts';
import { createCodeHook, type InvokeFunction } from './code-hook.ts';
import { activeAt, afterTurn } from './contexts.ts';
import { interpret } from './interpret.ts';
import { interpretationsOf } from './interpretations.ts';
import {
  emptyState,
  type Interpretation,
  type Session,
  type SessionState,
  type WireMessage,
} from './session.ts';
import { type LoggedOperation, type TextLogLine, textLogLine } from '../logs/text-log.ts';
import type { Progress, TurnEnd } from './progress.ts';
import { createSessions, type SessionKey } from './sessions.ts';
import { timeZoneIn } from './time-zone.ts';
import type { InputMode, TurnContext } from './turn-context.ts';

/** What a client sends with a turn. */
export interface TurnInput {
  readonly key: SessionKey;
  readonly requestId: string;
  readonly requestAttributes: Readonly<Record<string, string>>;
  /** Takes the place of what the session remembers, as far as it is given. */
  readonly sessionState?: Partial<SessionState> | undefined;
}

/** What the customer says; empty for silence, which only a line can carry. */
export interface Saying extends TurnInput {
  readonly text: string;
  readonly inputMode?: InputMode;
  readonly operation: LoggedOperation;
}

/** Conversations with the bots. */
export interface Conversations {
  /** What the customer says, and what the bot answers. */
  readonly say: (input: Saying) => Promise<Session>;
  /** Puts the conversation into a state. */
  readonly put: (input: TurnInput & { readonly messages: readonly WireMessage[] }) => Promise<Session>;
  readonly get: (key: SessionKey) => Session | undefined;
  readonly delete: (key: SessionKey) => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface ConversationOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly bots: Bots;
  readonly invokeFunction: InvokeFunction;
  /** Writes a line into the log of a bot's conversations. */
  readonly log?: ((line: TextLogLine) => void) | undefined;
}

const blank: Session = {
  sessionState: emptyState,
  messages: [],
  interpretations: [],
  retries: 0,
  expiresAt: 0,
};

export function createConversations({
  clock,
  store,
  bots,
  invokeFunction,
  log,
}: ConversationOptions): Conversations {
  const sessions = createSessions({ clock, store });
  const { advance, takeStep } = createAdvance(createCodeHook(invokeFunction));

  const contextOf = (
    { text = '', inputMode = 'Text', ...input }: TurnInput & Partial<Saying>,
    { bot, alias, locale }: FoundBot,
  ): TurnContext => ({
    key: input.key,
    requestId: input.requestId,
    requestAttributes: input.requestAttributes,
    text,
    inputMode,
    bot: { id: bot.id, name: bot.Name, idleSeconds: bot.IdleSessionTTLInSeconds },
    alias,
    locale,
    circumstances: {
      now: clock.now(),
      timeZone: timeZoneIn(input.requestAttributes),
      localeId: input.key.localeId,
    },
    interpretations: [],
  });

  const before = ({ key, sessionState = {} }: TurnInput): Session => {
    const session = sessions.get(key) ?? blank;
    const isOther = sessionState.intent !== undefined && sessionState.dialogAction === undefined;
    const dialogAction = isOther ? { dialogAction: undefined } : {};
    const state = { ...session.sessionState, ...dialogAction, ...sessionState };
    return {
      ...session,
      sessionState: { ...state, activeContexts: activeAt(state.activeContexts, clock.now()) },
    };
  };

  const keep = (
    { key, bot }: TurnContext,
    end: TurnEnd,
    interpretations: readonly Interpretation[],
  ): Session => {
    const { intent } = end.sessionState;
    const current = interpretations.map((interpretation) =>
      interpretation.intent.name === intent?.name ? { ...interpretation, intent } : interpretation,
    );
    sessions.put(key, { ...end, interpretations: current }, bot.idleSeconds);
    return sessions.get(key) ?? { ...blank, ...end };
  };

  return {
    say: (input) =>
      sessions.exclusively(input.key, async () => {
        const found = bots.find(input.key);
        const context = contextOf(input, found);
        const session = before(input);
        const interpreted = interpret(context.locale, context, session);
        const interpretations = interpretationsOf(context, interpreted);
        const { sessionAttributes } = session.sessionState;
        const activeContexts = afterTurn(session.sessionState.activeContexts);
        const progress: Progress = { ...interpreted, sessionAttributes, activeContexts };
        const end = await advance({ ...context, interpretations }, progress);
        const after = keep(context, end, interpretations);
        const line = textLogLine(
          { ...context, operation: input.operation, before: session, after, at: clock.now() },
          found,
        );
        if (line !== undefined) log?.(line);
        return after;
      }),

    put: (input) =>
      sessions.exclusively(input.key, async () => {
        const context = contextOf(input, bots.find(input.key));
        const { sessionState } = before(input);
        const { intent, dialogAction, sessionAttributes, activeContexts } = sessionState;
        const isDelegated = dialogAction?.type === 'Delegate' && intent !== undefined;
        const end = isDelegated
          ? await takeStep(context, { intent, sessionAttributes, activeContexts, retries: 0 })
          : { sessionState, messages: input.messages, retries: 0 };
        return keep(context, end, []);
      }),

    get: (key) => {
      bots.find(key);
      return sessions.get(key);
    },
    delete: (key) => {
      bots.find(key);
      return sessions.delete(key);
    },
    now: () => clock.now(),
  };
}
