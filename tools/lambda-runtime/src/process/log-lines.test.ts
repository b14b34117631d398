import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import { readLogLines } from './log-lines.ts';

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const reading = () => {
  const output = new PassThrough();
  const lines: string[] = [];
  return { output, lines, log: readLogLines(output, (line) => lines.push(line)) };
};

describe('the lines of an output', () => {
  it('are the same however the output is cut into chunks', async () => {
    const text = 'one\n\ntwo ü €\nthree\u001er-1\u001e\n\u001er-2\u001e\nfour';
    const bytes = Buffer.from(text);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (points) => {
        const { output, lines } = reading();
        const ends = [...points].sort((a, b) => a - b);
        [0, ...ends].forEach((start, index) =>
          output.write(bytes.subarray(start, ends[index] ?? bytes.length)),
        );
        output.end();
        await settled();
        expect(lines).toEqual(['one', '', 'two ü €', 'three', 'four']);
      }),
      { numRuns: 30 },
    );
  });

  it('belong to the invocation up to its mark', async () => {
    const { output, lines, log } = reading();
    const first = log.until('r-1');
    output.write('mine\n\u001er-1\u001e\nnot mine\n');
    await first;
    expect(lines[0]).toBe('mine');
    let again = false;
    void log.until('r-1').then(() => (again = true));
    await settled();
    expect(again).toBe(false);
    output.write('\u001er-1\u001e\n');
    await settled();
    expect(again).toBe(true);
  });

  it('are complete when the output ends without a mark', async () => {
    const { output, lines, log } = reading();
    const waiting = log.until('r-1');
    output.end('last words');
    await waiting;
    await expect(log.until('r-2')).resolves.toBeUndefined();
    expect(lines).toEqual(['last words']);
  });

  it('keep a separator that is no mark', async () => {
    const { output, lines } = reading();
    output.write('odd\u001e\n');
    await settled();
    expect(lines).toEqual(['odd\u001e']);
  });
});
