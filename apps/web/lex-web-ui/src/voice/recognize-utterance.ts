import * as z from 'zod/mini';
import type { TurnPlace } from '../conversation/bot.ts';
import { type LexAnswer, lexAnswerSchema } from '../lex/lex-answer.ts';
import type { LexClient } from '../lex/lex-client.ts';
import { ChatProblem } from '../problem.ts';
import { pack, unpack } from './packed.ts';

/** What was heard, and the bot's answer, in words and sound. */
export interface Utterance {
  readonly transcript: string;
  readonly answer: LexAnswer;
  /** MP3; empty when the bot says nothing. */
  readonly speech: ArrayBuffer;
}

/** Says to the bot what was recorded: RecognizeUtterance with PCM of 16 kHz. @throws ChatProblem */
export async function recognizeUtterance(
  lex: LexClient,
  { sessionAttributes, requestAttributes, ...session }: TurnPlace,
  pcm: ArrayBuffer,
): Promise<Utterance> {
  const answer = await lex.send(session, {
    method: 'POST',
    path: '/utterance',
    headers: {
      'content-type': 'audio/l16; rate=16000; channels=1',
      'response-content-type': 'audio/mpeg',
      ...(sessionAttributes && { 'x-amz-lex-session-state': await pack({ sessionAttributes }) }),
      ...(requestAttributes && { 'x-amz-lex-request-attributes': await pack(requestAttributes) }),
    },
    body: pcm,
  });
  const { transcript, ...said } = await readHeaders(answer.headers);
  return { transcript, answer: said, speech: await answer.arrayBuffer() };
}

async function readHeaders(headers: Headers): Promise<LexAnswer & { readonly transcript: string }> {
  try {
    const [messages, sessionState, transcript] = await Promise.all(
      ['messages', 'session-state', 'input-transcript'].map((name) =>
        unpack(headers.get(`x-amz-lex-${name}`)),
      ),
    );
    return {
      ...lexAnswerSchema.parse({ messages, sessionState }),
      transcript: z.string().parse(transcript ?? ''),
    };
  } catch (cause) {
    throw new ChatProblem('unreadable', 'RecognizeUtterance', { cause });
  }
}
