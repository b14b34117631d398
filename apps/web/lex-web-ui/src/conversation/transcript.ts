import type { Texts } from '../i18n/texts.ts';
import { plainTextOf } from '../messages/content.ts';
import type { Entry } from './entry.ts';

/** Who said a line. */
export function speakerOf(entry: Entry, texts: Texts): string {
  if (entry.from === 'customer') return texts('you');
  if (entry.from === 'bot') return texts('assistant');
  return entry.from === 'person' ? entry.name : '';
}

/** What a line says. */
export function wordsOf(entry: Entry, texts: Texts): string {
  if (entry.from === 'customer') return entry.text;
  if (entry.from === 'notice')
    return texts(`notice.${entry.notice}`, { name: entry.name ?? texts('person') });
  return entry.content.kind === 'unsupported'
    ? texts('unsupported', { name: entry.content.name })
    : plainTextOf(entry.content);
}

/** The conversation as a text file, a line for each thing said, with its time. */
export function transcriptOf(
  entries: readonly Entry[],
  { texts, locale, timeZone }: { readonly texts: Texts; readonly locale: string; readonly timeZone: string },
): string {
  const [first] = entries;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const lines = entries.map((entry) => {
    const speaker = speakerOf(entry, texts);
    const failed = entry.from === 'customer' && entry.delivery === 'failed' ? ` (${texts('failed')})` : '';
    return `[${time.format(entry.at)}] ${speaker ? `${speaker}: ` : '— '}${wordsOf(entry, texts)}${failed}`;
  });
  return [texts('transcriptTitle', { date: date.format(first?.at ?? 0) }), '', ...lines, ''].join('\n');
}
