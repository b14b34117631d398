import { newSessionId } from './session-id.ts';

describe('ids of sessions', () => {
  it('have 256 bits, in characters that Lex takes, and are never the same', () => {
    const ids = Array.from({ length: 200 }, newSessionId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-zA-Z_-]{43}$/);
    expect(new Set(ids).size).toBe(200);
  });
});
