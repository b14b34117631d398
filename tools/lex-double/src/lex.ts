import { notSupported, restJsonService, type RestRoute, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { lexCrossOrigin } from './api/cross-origin.ts';
import { recognizeText, recognizeUtterance } from './api/recognize.ts';
import { wireState } from './api/session-output.ts';
import { deleteSession, getSession, putSession } from './api/sessions-api.ts';
import { type AliasDefinition, createBots } from './bot/bots.ts';
import type { InvokeFunction } from './dialog/code-hook.ts';
import { createConversations } from './dialog/conversation.ts';
import type { Interpretation, SessionState, WireMessage } from './dialog/session.ts';
import type { SessionKey } from './dialog/sessions.ts';
import type { TextLogLine } from './logs/text-log.ts';

export interface LexOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Runs a code hook; whatever it throws is to Lex's caller a failed function. */
  readonly invokeFunction: InvokeFunction;
  /** Writes a line into the log of a bot's conversations, as the bot's role may; nothing is kept without it. */
  readonly log?: (line: TextLogLine) => void;
}

export interface Lex {
  /** Lex V2 runtime, REST-JSON. */
  readonly service: ServiceDouble;
  /** Takes the properties of `AWS::Lex::Bot` and the bot's id. @throws LexDefinitionError for what the double cannot run */
  addBot(definition: Readonly<Record<string, unknown>>): void;
  /** Keeps the bot as it is now, for aliases. @returns the version's number @throws LexDefinitionError */
  addVersion(botId: string): string;
  /** @throws LexDefinitionError */
  addAlias(definition: AliasDefinition): void;
  /** Takes a bot away with its aliases; one that is not there is no error. */
  removeBot(id: string): void;
  /** Takes an alias away; one that is not there is no error. */
  removeAlias(botId: string, aliasId: string): void;
  /** A turn on a line: what Amazon Connect does by StartConversation, without the audio. @throws AwsError as RecognizeText */
  hear(heard: Heard): Promise<HeardAnswer>;
}

/** What is heard on a line or read in a contact's chat: words, digits, or, as an empty text, nothing. */
export interface Heard {
  readonly key: SessionKey;
  readonly text: string;
  readonly inputMode: 'Speech' | 'DTMF' | 'Text';
  readonly requestId?: string;
  readonly requestAttributes?: Readonly<Record<string, string>>;
  readonly sessionState?: Partial<SessionState>;
}

/** What the bot answers on the line. */
export interface HeardAnswer {
  readonly messages: readonly WireMessage[];
  readonly sessionState: ReturnType<typeof wireState>;
  readonly interpretations: readonly Interpretation[];
}

const session = '/bots/{botId}/botAliases/{botAliasId}/botLocales/{localeId}/sessions/{sessionId}';

/**
 * The runtime of Lex V2 for conversations by text. Utterances are understood by their words, without a trained model.
 *
 * @example
 * const lex = createLex({ clock, store, region, accountId, invokeFunction });
 * lex.addBot({ ...template.Resources.Bot.Properties, id: 'ABCDEFGHIJ' });
 */
export function createLex(options: LexOptions): Lex {
  const bots = createBots(options);
  const conversations = createConversations({ ...options, bots });
  const routes: readonly RestRoute[] = [
    {
      method: 'POST',
      path: `${session}/text`,
      operation: 'RecognizeText',
      handle: recognizeText(conversations),
    },
    {
      method: 'POST',
      path: `${session}/utterance`,
      operation: 'RecognizeUtterance',
      handle: recognizeUtterance(conversations),
    },
    {
      method: 'POST',
      path: `${session}/conversation`,
      operation: 'StartConversation',
      handle: () => {
        throw notSupported('lex', 'StartConversation: there is no audio and no event stream');
      },
    },
    { method: 'POST', path: session, operation: 'PutSession', handle: putSession(conversations) },
    { method: 'GET', path: session, operation: 'GetSession', handle: getSession(conversations) },
    { method: 'DELETE', path: session, operation: 'DeleteSession', handle: deleteSession(conversations) },
  ];
  return {
    service: { ...restJsonService({ service: 'lex', routes }), crossOrigin: lexCrossOrigin },
    addBot: bots.addBot,
    addVersion: bots.addVersion,
    addAlias: bots.addAlias,
    hear: async ({ requestId = 'local', requestAttributes = {}, ...input }) => {
      const said = await conversations.say({
        ...input,
        requestId,
        requestAttributes,
        operation: 'StartConversation',
      });
      return {
        messages: said.messages,
        sessionState: wireState(said, requestId, options.clock.now()),
        interpretations: said.interpretations,
      };
    },
    removeBot: bots.removeBot,
    removeAlias: bots.removeAlias,
  };
}
