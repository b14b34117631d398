import { useState } from 'preact/hooks';
import type { View } from './view.ts';

/** A date or time is chosen instead of typed when the bot asks for a slot whose name ends in Date or Time. */
const inputOf = (slot: string | undefined): 'date' | 'time' | undefined => {
  if (slot?.endsWith('Date')) return 'date';
  return slot?.endsWith('Time') ? 'time' : undefined;
};

export function SlotPicker({ state, texts, actions }: View) {
  const [value, setValue] = useState('');
  const type = inputOf(state.slot);
  if (!type || state.typing) return null;
  return (
    <form
      class="slot"
      onSubmit={(event) => {
        event.preventDefault();
        if (value) actions.say(said(type, value, state.session.locale));
      }}
    >
      <label for="slot">{texts(type === 'date' ? 'chooseDate' : 'chooseTime')}</label>
      <input
        id="slot"
        type={type}
        value={value}
        required
        {...(type === 'date' && { min: new Date().toLocaleDateString('sv') })}
        onInput={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <button type="submit" class="primary">
        {texts('choose')}
      </button>
    </form>
  );
}

/** What is chosen, in words as a customer would write them. */
function said(type: 'date' | 'time', value: string, locale: string): string {
  const moment = new Date(type === 'date' ? `${value}T12:00` : `2000-01-01T${value}`);
  const style = type === 'date' ? ({ dateStyle: 'long' } as const) : ({ timeStyle: 'short' } as const);
  // Some languages put a no-break space before "AM", which no bot knows.
  return new Intl.DateTimeFormat(locale, style).format(moment).replaceAll('\u202F', ' ');
}
