import type { View } from './view.ts';

const suggestions = ['suggestCall', 'suggestStatus', 'suggestPerson'] as const;

/** What the customer may begin with. */
export function Suggestions({ state, texts, actions }: View) {
  if (state.entries.some(({ from }) => from === 'customer')) return null;
  return (
    <ul class="replies" aria-label={texts('suggestions')}>
      {suggestions.map((key) => (
        <li key={key}>
          <button type="button" class="reply" onClick={() => actions.say(texts(key))}>
            {texts(key)}
          </button>
        </li>
      ))}
    </ul>
  );
}
