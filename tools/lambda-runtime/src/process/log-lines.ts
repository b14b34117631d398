import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** The lines of one output of a process, and where each invocation's end. */
export interface LogLines {
  /** Resolves once everything up to the next mark of that invocation has been told, or the output has ended. */
  readonly until: (requestId: string) => Promise<void>;
}

const separator = '\u001e';

/** Splits a line at the mark that the bootstrap puts at its end. */
const split = (line: string): { readonly text: string; readonly marked?: string } => {
  if (!line.endsWith(separator)) return { text: line };
  const start = line.lastIndexOf(separator, line.length - 2);
  return start < 0 ? { text: line } : { text: line.slice(0, start), marked: line.slice(start + 1, -1) };
};

/** Splits an output into lines; marks that the bootstrap writes are taken out. */
export const readLogLines = (output: Readable, tell: (line: string) => void): LogLines => {
  const decoder = new StringDecoder('utf8');
  const waiting = new Map<string, () => void>();
  let rest = '';
  let ended = false;

  const reach = (requestId: string): void => {
    waiting.get(requestId)?.();
    waiting.delete(requestId);
  };

  const take = (line: string): void => {
    const { text, marked } = split(line);
    if (marked === undefined || text !== '') tell(text);
    if (marked !== undefined) reach(marked);
  };

  const end = (): void => {
    if (ended) return;
    ended = true;
    if (rest !== '') take(rest);
    for (const resolve of waiting.values()) resolve();
  };

  output.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
  output.once('end', end);
  output.once('close', end);

  return {
    until: (requestId) =>
      ended
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(requestId, resolve);
          }),
  };
};
