import type { LexMessage } from '../lex/lex-answer.ts';
import { bounds, type Content, cut } from './content.ts';
import { readInteractive } from './read-interactive.ts';
import { safeImage } from './safe-url.ts';

/** What a message of Lex shows. */
export function readMessage({ contentType, content, imageResponseCard }: LexMessage): readonly Content[] {
  if (contentType === 'ImageResponseCard') return imageResponseCard ? [card(imageResponseCard)] : [];
  const text = content?.trim();
  if (!text) return [];
  if (contentType === 'SSML') return [textContent(withoutTags(text))];
  if (contentType === 'CustomPayload') return [readInteractive(text) ?? textContent(text)];
  return [textContent(text)];
}

/** Text of any length, within bounds. */
export const textContent = (text: string): Content => ({ kind: 'text', text: cut(text, bounds.text) });

function card({ title, subtitle, imageUrl, buttons }: NonNullable<LexMessage['imageResponseCard']>): Content {
  return {
    kind: 'choices',
    look: 'card',
    title: cut(title ?? '', bounds.title),
    subtitle: subtitle ? cut(subtitle, bounds.title) : undefined,
    imageUrl: safeImage(imageUrl),
    options: (buttons ?? [])
      .slice(0, bounds.options)
      .map(({ text, value }) => ({ label: cut(text, bounds.label), value })),
  };
}

/** SSML is meant to be spoken; what it says is what remains of it. */
const withoutTags = (ssml: string): string =>
  ssml
    .replace(/<[^>]{0,500}>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
