import { AwsV4Signer } from 'aws4fetch';
import { ChatProblem, problemOf } from '../problem.ts';
import type { CredentialSource } from './credentials.ts';
import { type LexAnswer, lexAnswerSchema } from './lex-answer.ts';
import { longestUtterance } from './limits.ts';
import { type Network, request } from './post.ts';

/** Where a turn belongs. */
export interface LexSession {
  readonly sessionId: string;
  /** As Lex writes it: `en_US`. */
  readonly localeId: string;
}

export interface LexTurn extends LexSession {
  readonly text: string;
  /** Only when they change: Lex keeps them. */
  readonly sessionAttributes?: Readonly<Record<string, string>> | undefined;
  readonly requestAttributes?: Readonly<Record<string, string>>;
}

/** A request of the runtime that is signed and sent as it is. */
export interface SignedRequest {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ArrayBuffer;
}

/** The bot as a browser asks it. */
export interface LexClient {
  /** @throws ChatProblem */
  readonly recognizeText: (turn: LexTurn) => Promise<LexAnswer>;
  /** @throws ChatProblem */
  readonly deleteSession: (session: LexSession) => Promise<void>;
  /** @throws ChatProblem */
  readonly send: (session: LexSession, request: SignedRequest) => Promise<Response>;
}

interface LexOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly bot: { readonly id: string; readonly aliasId: string };
  readonly credentials: CredentialSource;
  readonly network: Network;
}

/** Speaks the Lex V2 runtime's REST with requests signed in the browser. */
export function createLexClient({ endpoint, region, bot, credentials, network }: LexOptions): LexClient {
  const pathOf = ({ sessionId, localeId }: LexSession): string =>
    `/bots/${bot.id}/botAliases/${bot.aliasId}/botLocales/${localeId}/sessions/${sessionId}`;

  const once = async (url: string, { method, headers, body }: SignedRequest): Promise<Response> => {
    const signer = new AwsV4Signer({
      ...(await credentials.get()),
      ...(headers && { headers }),
      ...(body === undefined ? {} : { body }),
      method,
      url,
      region,
      service: 'lex',
    });
    const signed = await signer.sign();
    return request(network, signed.url, { method, headers: signed.headers, body: body ?? null });
  };
  const send: LexClient['send'] = async (session, wanted) => {
    const url = `${endpoint}${pathOf(session)}${wanted.path}`;
    try {
      return await once(url, wanted);
    } catch (error) {
      if (problemOf(error).code !== 'expired') throw error;
      // Credentials may end before their time, when the pool's role changes.
      credentials.forget();
      return once(url, wanted);
    }
  };
  return {
    recognizeText: async ({ text, sessionAttributes, requestAttributes, ...session }) => {
      if (text.length > longestUtterance) throw new ChatProblem('too-long', `${text.length} characters`);
      const answer = await send(session, {
        method: 'POST',
        path: '/text',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          text,
          ...(sessionAttributes && { sessionState: { sessionAttributes } }),
          ...(requestAttributes && { requestAttributes }),
        }),
      });
      const read = lexAnswerSchema.safeParse(await answer.json().catch(() => undefined));
      if (!read.success) throw new ChatProblem('unreadable', 'RecognizeText');
      return read.data;
    },
    deleteSession: async (session) => {
      await send(session, { method: 'DELETE', path: '' });
    },
    send,
  };
}
