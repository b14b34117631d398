import type { View } from './view.ts';

/** Somebody is writing. It moves for those who like that, and is said in words. */
export function Typing({ state, texts }: View) {
  if (!state.typing) return null;
  const name = state.typing === 'bot' ? texts('assistant') : (state.person.name ?? texts('person'));
  return (
    <p class="typing">
      <span class="unseen">{texts('typing', { name })}</span>
      <i />
      <i />
      <i />
    </p>
  );
}
