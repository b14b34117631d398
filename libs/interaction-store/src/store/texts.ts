import { toIso } from '@atlas-engine/domain';
import * as z from 'zod';
import { textKey, textsKey } from '../items/keys.ts';
import { parseFound } from '../items/parse-item.ts';
import type { Texts } from '../ports/texts.ts';
import type { StoreContext } from './commit.ts';

/** As long as no invocation takes: after it whoever took a message is gone. */
const busyMs = 60_000;

const textSchema = z.lazy(() => z.object({ status: z.enum(['TAKEN', 'ANSWERED']), takenAt: z.int() }));
const preferenceSchema = z.lazy(() => z.object({ status: z.enum(['STOPPED', 'STARTED']) }));

/** Text messages. */
export function storedTexts({ storage }: StoreContext): Texts {
  const read = async (id: string) => parseFound(textSchema, textKey(id), await storage.read(textKey(id)));
  const prefer = async (
    ...[phone, at, status]: readonly [Parameters<Texts['stopTexts']>[0], number, string]
  ) => {
    await storage.write([{ key: textsKey(phone), expect: {}, set: { status, changedAt: toIso(at) } }]);
  };
  return {
    takeText: async ({ id, at, expiresAt }) => {
      const known = await read(id);
      if (known?.status === 'ANSWERED') return 'ANSWERED';
      if (known !== undefined && at - known.takenAt < busyMs) return 'BUSY';
      const answer = await storage.write([
        {
          key: textKey(id),
          expect: known === undefined ? { PK: undefined } : { status: known.status, takenAt: known.takenAt },
          set: { status: 'TAKEN', takenAt: at, expiresAt: Math.ceil(expiresAt / 1000) },
        },
      ]);
      return answer === 'WRITTEN' ? 'TAKEN' : 'BUSY';
    },
    markTextAnswered: async ({ id, at }) => {
      await storage.write([{ key: textKey(id), expect: {}, set: { status: 'ANSWERED', takenAt: at } }]);
    },
    stopTexts: (phone, at) => prefer(phone, at, 'STOPPED'),
    startTexts: (phone, at) => prefer(phone, at, 'STARTED'),
    areTextsStopped: async (phone) => {
      const key = textsKey(phone);
      return parseFound(preferenceSchema, key, await storage.read(key))?.status === 'STOPPED';
    },
  };
}
