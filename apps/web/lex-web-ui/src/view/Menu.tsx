import { useRef, useState } from 'preact/hooks';
import { Confirm } from './Confirm.tsx';
import { Icon } from './Icon.tsx';
import type { View } from './view.ts';

/** Language, reading aloud, saving, starting again. Escape closes it and gives the focus back. */
export function Menu({ state, texts, actions, locales }: View) {
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const pick = (event: Event, action: () => void): void => {
    event.stopPropagation();
    close();
    action();
  };
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-label={texts('menu')}
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="menu" />
      </button>
      <div id="menu" class="sheet" hidden={!isOpen}>
        {locales.length > 1 && (
          <label>
            {texts('language')}
            <select
              value={state.session.locale}
              onChange={({ currentTarget }) => {
                const { value } = currentTarget;
                close();
                actions.speak(value);
              }}
            >
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {nameOf(locale)}
                </option>
              ))}
            </select>
          </label>
        )}
        {'speechSynthesis' in globalThis && (
          <button type="button" onClick={(event) => pick(event, () => actions.readAloud(!state.isAloud))}>
            {texts(state.isAloud ? 'aloudOff' : 'aloudOn')}
          </button>
        )}
        <button
          type="button"
          disabled={state.entries.length === 0}
          onClick={(event) => pick(event, actions.save)}
        >
          {texts('save')}
        </button>
        {state.chat && (
          <button type="button" onClick={(event) => pick(event, actions.endPerson)}>
            {texts('personEnd')}
          </button>
        )}
        <button
          type="button"
          disabled={state.entries.length === 0}
          onClick={(event) => pick(event, () => setAsking(true))}
        >
          {texts('newSession')}
        </button>
      </div>
      {isAsking && (
        <Confirm
          question={texts('newSessionAsk')}
          yes={texts('newSession')}
          no={texts('cancel')}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) actions.newSession();
            else button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** A language in its own words: `English (United States)`. */
const nameOf = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
