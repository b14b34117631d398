import * as z from 'zod/mini';
import { type Call, type FromFrame, introduction } from '../loader/protocol.ts';

/** What a page says when it introduces itself. */
const introductionSchema = z.object({
  type: z.literal(introduction),
  options: z.object({
    locale: z.optional(z.string()),
    theme: z.optional(z.enum(['auto', 'light', 'dark'])),
    attributes: z.optional(z.record(z.string(), z.string())),
  }),
  tokens: z.record(z.string(), z.string()),
});
export type Introduced = Omit<z.infer<typeof introductionSchema>, 'type'>;

const callSchema = z.object({ id: z.int(), call: z.string(), args: z.array(z.unknown()) });

/** The page around the frame. */
export interface Parent {
  readonly introduced: Introduced;
  readonly tell: (message: FromFrame) => void;
  /** Who answers the page's calls; those that came before are answered then. */
  readonly answer: (handle: (call: Call) => Promise<void>) => void;
}

/** Where messages come from. */
interface Around {
  readonly self: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly parent: unknown;
  /** Resolves to whether a page of this origin may show the chat. */
  readonly isAllowed: (origin: string) => Promise<boolean>;
}

/**
 * Waits for the page around the frame to introduce itself. Only the direct parent is listened to, of an origin that is
 * allowed to embed the chat, and only its first introduction; any other message is not looked at.
 *
 * @throws ParentRefused when the page is not allowed
 */
export function acceptParent({ self, parent, isAllowed }: Around): Promise<Parent> {
  return new Promise((resolve, reject) => {
    const hear = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== parent || !port) return;
      const read = introductionSchema.safeParse(event.data);
      if (!read.success) return;
      self.removeEventListener('message', hear);
      isAllowed(event.origin).then((allowed) => {
        if (allowed) {
          resolve(connected(port, read.data));
          return;
        }
        refuse(port, { code: 'not-allowed', message: `${event.origin} may not show this chat` });
        reject(new ParentRefused(event.origin));
      }, reject);
    };
    self.addEventListener('message', hear);
  });
}

/** A page that may not show the chat, by its origin. */
export class ParentRefused extends Error {
  readonly origin: string;

  constructor(origin: string) {
    super(`${origin} is not in allowedParents`);
    this.name = 'ParentRefused';
    this.origin = origin;
  }
}

const refuse = (
  port: MessagePort,
  error: { readonly code: string; readonly message: string },
  id = 0,
): void => port.postMessage({ id, error } satisfies FromFrame);

function connected(port: MessagePort, introduced: Introduced): Parent {
  const tell = (message: FromFrame): void => port.postMessage(message);
  tell({ id: 0 });
  return {
    introduced,
    tell,
    answer: (handle) => {
      // Setting the handler opens the port: what came before is still in it.
      port.onmessage = ({ data }: MessageEvent) => {
        const read = callSchema.safeParse(data);
        if (!read.success) return;
        const { id } = read.data;
        handle(read.data as Call).then(
          () => tell({ id }),
          (error: unknown) => refuse(port, { code: codeOf(error), message: messageOf(error) }, id),
        );
      };
    },
  };
}

/** A call that the frame does not take, or could not carry out. */
export class CallRefused extends Error {
  readonly code: 'invalid-call' | 'unknown-call';

  constructor(code: CallRefused['code'], message: string) {
    super(message);
    this.name = 'CallRefused';
    this.code = code;
  }
}

const codeOf = (error: unknown): string => (error instanceof CallRefused ? error.code : 'not-answered');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'failed');
