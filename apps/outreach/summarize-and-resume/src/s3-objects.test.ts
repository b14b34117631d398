import { s3Objects } from './s3-objects.ts';

const location = { bucket: 'transcripts', key: 'a.json' };
const read = (answer: unknown) =>
  s3Objects({
    send: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as never)(location);
const failing = (name: string) => Object.assign(new Error(name), { name });

describe('an object of S3', () => {
  it('is read as text', async () => {
    await expect(read({ Body: { transformToString: async () => 'text' } })).resolves.toBe('text');
  });

  it('is absent when there is none', async () => {
    await expect(read(failing('NoSuchKey'))).resolves.toBeUndefined();
  });

  it.each(['AccessDenied', 'SlowDown'])('is read again later when S3 says %s', async (name) => {
    await expect(read(failing(name))).rejects.toThrow(name);
  });
});
