import * as z from 'zod/mini';
import type { Call } from '../loader/protocol.ts';
import { CallRefused } from './accept-parent.ts';

/** What a page may have the chat do. */
export interface Commands {
  readonly visible: (visible: boolean) => void;
  readonly send: (text: string) => Promise<void>;
  readonly setSessionAttribute: (name: string, value: string) => void;
  readonly newSession: () => Promise<void>;
  readonly signIn: (provider: string, token: string) => void;
}

const text = (max: number) =>
  z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(max, `must have at most ${max} characters`));

/** Arguments of each call. */
const argsSchemas = {
  visible: z.tuple([z.boolean()]),
  send: z.tuple([text(1024)]),
  setSessionAttribute: z.tuple([
    text(64),
    z.string().check(z.maxLength(512, 'must have at most 512 characters')),
  ]),
  newSession: z.tuple([]),
  signIn: z.tuple([text(128), text(8192)]),
} as const satisfies Readonly<Record<keyof Commands, z.ZodMiniType<readonly unknown[]>>>;

/** Carries out a page's call when it is one, with arguments that fit. @throws CallRefused */
export async function carryOut(commands: Commands, { call, args }: Call): Promise<void> {
  const schema = Object.hasOwn(argsSchemas, call) ? argsSchemas[call] : undefined;
  if (!schema) throw new CallRefused('unknown-call', `there is no call "${call}"`);
  const read = schema.safeParse(args);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CallRefused(
      'invalid-call',
      `${call}: argument ${String(issue?.path[0])}: ${String(issue?.message)}`,
    );
  }
  await (commands[call] as (...args: readonly unknown[]) => void | Promise<void>)(...read.data);
}
