import { PassThrough } from 'node:stream';
import { createProgress } from './progress.ts';

const streamOf = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
  });
  stream.on('data', (text: Buffer) => written.push(text.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, written };
};

describe('createProgress', () => {
  it('writes nothing where there is no terminal', () => {
    const { stream, written } = streamOf(false);
    const progress = createProgress(stream);
    progress.update({ started: 1, finished: 0, total: 2 });
    progress.stop();
    expect(written).toEqual([]);
  });

  it('draws a bar on a terminal', () => {
    const { stream, written } = streamOf(true);
    const progress = createProgress(stream);
    progress.update({ started: 2, finished: 1, total: 2 });
    progress.stop();
    expect(written.join('')).toContain('1/2 finished, 2 started');
  });

  it('can be stopped before it was started', () => {
    const { stream, written } = streamOf(true);
    createProgress(stream).stop();
    expect(written.join('')).not.toContain('finished');
  });
});
