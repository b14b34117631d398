import type { CrossOrigin } from '@atlas-engine/aws-wire';

/** Lex's runtime lets pages call it; what RecognizeUtterance answers is in headers, which pages may read. */
export const lexCrossOrigin: CrossOrigin = {
  preflight: ({ path }) => path.startsWith('/bots/'),
  methods: ['GET', 'POST', 'PUT', 'DELETE'],
  exposedHeaders: [
    'input-mode',
    'messages',
    'interpretations',
    'session-state',
    'request-attributes',
    'session-id',
    'input-transcript',
    'recognized-bot-member',
  ].map((name) => `x-amz-lex-${name}`),
};
