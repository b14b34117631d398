import { useRef, useState } from 'preact/hooks';
import { longestUtterance } from '../lex/limits.ts';
import { Icon } from './Icon.tsx';
import type { View } from './view.ts';

/** The id of the field, to which the focus goes when the chat opens and after a choice. */
export const composerId = 'message';

/** Where the customer writes or begins to speak. Enter sends, Shift and Enter begin a new line. */
export function Composer(view: View) {
  const { texts, actions } = view;
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const excess = text.trim().length - longestUtterance;
  const canSend = text.trim() !== '' && excess <= 0;
  const send = (): void => {
    if (!canSend) return;
    setText('');
    actions.say(text.trim());
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="field">
        <label class="unseen" for={composerId}>
          {texts('message')}
        </label>
        <div class="grow" data-text={text}>
          <textarea
            ref={field}
            id={composerId}
            rows={1}
            value={text}
            placeholder={texts('placeholder')}
            aria-describedby="excess"
            aria-invalid={excess > 0}
            autocomplete="off"
            enterkeyhint="send"
            dir="auto"
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              actions.write();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        </div>
        <ComposerButton {...view} canSend={canSend} isEmpty={text === ''} />
      </div>
      <p id="excess" class="excess" role="status">
        {excess > 0 ? texts('tooLong', { count: excess }) : ''}
      </p>
    </form>
  );
}

interface ButtonProps extends View {
  readonly canSend: boolean;
  readonly isEmpty: boolean;
}

/** Sends what is written; where nothing is, it listens. */
function ComposerButton({ state, texts, actions, hasVoice, canSend, isEmpty }: ButtonProps) {
  const isListening = state.voice.phase === 'listening';
  if (hasVoice && (isEmpty || isListening))
    return (
      <button
        type="button"
        class={isListening ? 'send listening' : 'send'}
        aria-label={texts(isListening ? 'voiceStop' : 'voiceStart')}
        onClick={isListening ? actions.stopListening : actions.listen}
      >
        <Icon name={isListening ? 'stop' : 'microphone'} />
      </button>
    );
  return (
    <button type="submit" class="send" aria-label={texts('send')} aria-disabled={!canSend}>
      <Icon name="send" />
    </button>
  );
}
