import { lexCrossOrigin } from './cross-origin.ts';

const preflight = (path: string) => ({
  method: 'OPTIONS',
  path,
  query: new URLSearchParams(),
  headers: {},
  body: Buffer.alloc(0),
});

it('takes preflights of the runtime and no others', () => {
  const session = '/bots/B/botAliases/A/botLocales/en_US/sessions/s';
  expect(lexCrossOrigin.preflight(preflight(`${session}/text`))).toBe(true);
  expect(lexCrossOrigin.preflight(preflight('/'))).toBe(false);
});

it('lets pages read the headers in which RecognizeUtterance answers', () => {
  expect(lexCrossOrigin.exposedHeaders).toContain('x-amz-lex-session-state');
});
