import type { Entry } from '../conversation/entry.ts';
import type { ChatState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import { plainTextOf } from '../messages/content.ts';
import { spoken } from '../messages/spoken.ts';

/** Reads answers to what was written, for who wants that; what was spoken is answered by the bot's own voice. */
export function readAloud(store: Store<ChatState>, speech: SpeechSynthesis | undefined): void {
  if (!speech) return;
  store.listen((state, before) => {
    if (!state.isAloud && before.isAloud) speech.cancel();
    if (!state.isAloud || state.voice.phase !== 'off') return;
    for (const text of newTexts(state.entries, before.entries)) {
      const utterance = new SpeechSynthesisUtterance(spoken(text));
      utterance.lang = state.session.locale;
      speech.speak(utterance);
    }
  });
}

/** What others said since. */
function newTexts(entries: readonly Entry[], before: readonly Entry[]): readonly string[] {
  if (entries === before) return [];
  const known = new Set(before.map(({ id }) => id));
  return entries.flatMap((entry) =>
    !known.has(entry.id) && (entry.from === 'bot' || entry.from === 'person')
      ? [plainTextOf(entry.content)]
      : [],
  );
}
