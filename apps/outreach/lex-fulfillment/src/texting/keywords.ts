/** What a text that is nothing but a keyword asks for. */
export type Keyword = 'STOP' | 'HELP' | 'START';

/** The keywords that carriers in the United States and Canada require. Source: CTIA, Messaging Principles; TCPA. */
const keywords: Readonly<Record<string, Keyword>> = {
  STOP: 'STOP',
  STOPALL: 'STOP',
  UNSUBSCRIBE: 'STOP',
  CANCEL: 'STOP',
  END: 'STOP',
  QUIT: 'STOP',
  HELP: 'HELP',
  INFO: 'HELP',
  START: 'START',
  UNSTOP: 'START',
};

/** The keyword that a text is, whatever its case and the punctuation around it; undefined when it says more. */
export function keywordOf(text: string): Keyword | undefined {
  const word = text
    .trim()
    .replaceAll(/^[\s"'.!?]+|[\s"'.!?]+$/g, '')
    .toUpperCase();
  return Object.hasOwn(keywords, word) ? keywords[word] : undefined;
}
