import { type ComponentType } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Texts } from '../i18n/texts.ts';

/** Characters that are shown before the customer asks for the rest. */
const shownAtOnce = 1200;

let Markdown: ComponentType<{ readonly text: string }> | undefined;

/** What may be markup: plain words need no parser, and most answers are plain words. */
const mayBeMarkdown = (text: string): boolean => /[*_`#[\]>|~\\]|https?:|^\s*([-+]|\d+[.)])\s/m.test(text);

/** A text of the bot or a person, with its markdown; a long one is cut. */
export function TextView({ text, texts }: { readonly text: string; readonly texts: Texts }) {
  const [isWhole, setWhole] = useState(false);
  const [isParsed, setParsed] = useState(Markdown !== undefined);
  const id = useId();
  const isLong = text.length > shownAtOnce;
  const shown = isLong && !isWhole ? `${text.slice(0, shownAtOnce)}…` : text;
  const needsMarkdown = mayBeMarkdown(shown);
  useEffect(() => {
    if (!needsMarkdown || isParsed) return;
    let isHere = true;
    void import('../messages/Markdown.tsx').then(
      (module) => {
        ({ Markdown } = module);
        if (isHere) setParsed(true);
      },
      // Without it the words stay as they were written, which can be read.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [needsMarkdown, isParsed]);
  return (
    <div class="bubble">
      <div id={id} dir="auto" class="text">
        {needsMarkdown && isParsed && Markdown ? <Markdown text={shown} /> : <p>{shown}</p>}
      </div>
      {isLong && (
        <button
          type="button"
          class="link"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {texts(isWhole ? 'showLess' : 'showMore')}
        </button>
      )}
    </div>
  );
}
