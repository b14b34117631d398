import type { Entry } from '../conversation/entry.ts';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { speakerOf, wordsOf } from '../conversation/transcript.ts';
import { spoken } from '../messages/spoken.ts';
import type { Texts } from '../i18n/texts.ts';

/** Lines that stay in the live region, for those who look back in it. */
const kept = 5;
/** Characters that are read out of one message. */
const longest = 600;

/**
 * Says what is new to screen readers, once: each message of others when it comes, and each failure of one's own.
 * What is drawn again, or found again after a reload, is not said.
 */
export function announce(store: Store<ChatState>, region: HTMLElement, texts: () => Texts): void {
  const say = (text: string): void => {
    const line = document.createElement('p');
    line.textContent = spoken(text).slice(0, longest);
    region.append(line);
    while (region.childElementCount > kept) region.firstElementChild?.remove();
  };
  store.listen((state, before) => {
    if (state.entries === before.entries) return;
    const earlier = new Map(before.entries.map((entry) => [entry.id, entry]));
    for (const entry of state.entries) {
      const text = newsOf(entry, earlier.get(entry.id), texts());
      if (text) say(text);
    }
  });
}

function newsOf(entry: Entry, earlier: Entry | undefined, texts: Texts): string | undefined {
  if (entry.from !== 'customer') {
    if (earlier) return undefined;
    return [speakerOf(entry, texts), wordsOf(entry, texts)].filter(Boolean).join(': ');
  }
  const failedBefore = earlier?.from === 'customer' && earlier.delivery === 'failed';
  if (entry.delivery !== 'failed' || failedBefore) return undefined;
  return `${texts('failed')}: ${texts(`problem.${entry.problem ?? 'failed'}`)}`;
}
