import { useEffect, useRef } from 'preact/hooks';

interface ConfirmProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** A question before something that cannot be undone. The browser keeps the focus inside. */
export function Confirm({ question, yes, no, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="question"
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={() => onAnswer(false)}
    >
      <p id="question">{question}</p>
      <div class="actions">
        <button type="button" class="plain" onClick={() => onAnswer(false)}>
          {no}
        </button>
        <button type="button" class="primary" onClick={() => onAnswer(true)}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
