import { notSupported, restJsonService, type RestRoute, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { recognizeText, recognizeUtterance } from './api/recognize.ts';
import { deleteSession, getSession, putSession } from './api/sessions-api.ts';
import { type AliasDefinition, createBots } from './bot/bots.ts';
import type { InvokeFunction } from './dialog/code-hook.ts';
import { createConversations } from './dialog/conversation.ts';

export interface LexOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Runs a code hook; whatever it throws is to Lex's caller a failed function. */
  readonly invokeFunction: InvokeFunction;
}

export interface Lex {
  /** Lex V2 runtime, REST-JSON. */
  readonly service: ServiceDouble;
  /** Takes the properties of `AWS::Lex::Bot` and the bot's id. @throws LexDefinitionError for what the double cannot run */
  addBot(definition: Readonly<Record<string, unknown>>): void;
  /** @throws LexDefinitionError */
  addAlias(definition: AliasDefinition): void;
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
    service: restJsonService({ service: 'lex', routes }),
    addBot: bots.addBot,
    addAlias: bots.addAlias,
  };
}
