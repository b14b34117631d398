import { callSummarySchema, turnSchema } from '@atlas-engine/domain';
import * as z from 'zod';
import { cutTurns } from '../items/cut-turns.ts';
import { summaryKey, transcriptKey } from '../items/keys.ts';
import { parseFound } from '../items/parse-item.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { StoreContext } from './commit.ts';

const storedSummarySchema = z.object({ summary: callSummarySchema });
const storedTranscriptSchema = z.object({ turns: z.array(turnSchema), truncated: z.boolean() });

/** Summaries and transcripts. */
export function storedConversations({ storage, commit }: StoreContext): Conversations {
  const getSummary: Conversations['getSummary'] = async (key) =>
    parseFound(storedSummarySchema, summaryKey(key), await storage.read(summaryKey(key)))?.summary;

  return {
    getSummary,

    saveSummary: ({ key, summary, turns }) =>
      commit('saveSummary', async () => {
        const kept = await getSummary(key);
        if (kept !== undefined) return { answer: kept };
        const expect = { PK: undefined };
        return {
          answer: summary,
          writes: [
            { key: summaryKey(key), expect, set: { summary } },
            { key: transcriptKey(key), expect, set: { ...cutTurns(turns) } },
          ],
        };
      }),

    getTranscript: async (key) =>
      parseFound(storedTranscriptSchema, transcriptKey(key), await storage.read(transcriptKey(key))),
  };
}
