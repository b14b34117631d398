import * as z from 'zod';
import { CloudUnreachableError } from './cloud-unreachable-error.ts';

const clockSchema = z.object({
  now: z.iso.datetime(),
  speed: z.union([z.number().positive(), z.literal('max')]),
});
const holdSchema = z.object({ id: z.string() });

const traceSchema = z.object({
  blocks: z.array(z.object({ at: z.string(), flow: z.string(), block: z.string(), branch: z.string() })),
});

/** A hold ends by itself after 15 seconds; it is renewed well before. */
const renewEvery = 5000;

/** The paths below `/_atlas/` of a local cloud that a run needs. */
export function adminOf(url: string) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/_atlas/${path}`, init).catch((cause: unknown) => {
      throw new CloudUnreachableError(`The local cloud at ${url} does not answer`, { cause });
    });
    if (response.ok) return await response.json();
    throw new CloudUnreachableError(
      `The local cloud at ${url} answered ${method} ${path} by ${response.status}`,
    );
  };
  const clock = async () => clockSchema.parse(await call('GET', 'clock'));
  return {
    now: async () => Date.parse((await clock()).now),
    speed: async () => (await clock()).speed,
    setSpeed: async (speed: number | 'max') => {
      await call('PUT', 'clock', { speed: speed === Infinity ? 'max' : speed });
    },
    trace: async (contactId: string) =>
      traceSchema.parse(await call('GET', `contacts/${encodeURIComponent(contactId)}/trace`)).blocks,
    hold: async () => {
      const { id } = holdSchema.parse(await call('POST', 'holds'));
      // A renewal that fails loses the hold only; the next call of the run tells when the cloud is gone.
      const renew = () => void call('PUT', `holds/${id}`).catch(() => undefined);
      const renewing = setInterval(renew, renewEvery);
      return {
        release: async () => {
          clearInterval(renewing);
          await call('DELETE', `holds/${id}`);
        },
      };
    },
  };
}
