import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../conversation/entry.ts';
import { EntryView } from './EntryView.tsx';
import { Icon } from './Icon.tsx';
import { SlotPicker } from './SlotPicker.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Typing } from './Typing.tsx';
import { Welcome } from './Welcome.tsx';
import type { View } from './view.ts';

/** Pixels from the end within which the customer is taken to follow the conversation. */
const nearEnd = 80;

/** The id of the scrolled part. */
export const conversationId = 'conversation';

/**
 * What was said. It follows its end unless the customer scrolled away. It is no live region: what is new is said once
 * by the announcer, so that a text that is drawn again is not read again.
 */
export function Conversation(view: View) {
  const { state, texts } = view;
  const scroller = useRef<HTMLElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const last = state.entries.at(-1);
  useLayoutEffect(() => {
    if (isAtEnd || last?.from === 'customer') scrollToEnd(scroller.current);
  }, [isAtEnd, last, state.typing, state.slot]);
  return (
    <div class="middle">
      <section
        ref={scroller}
        id={conversationId}
        class="conversation"
        tabIndex={0}
        aria-label={texts('conversation')}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < nearEnd)
        }
      >
        <Welcome {...view} />
        <ol>
          {state.entries.map((entry, index) => (
            <EntryView
              key={entry.id}
              {...view}
              entry={entry}
              isFirst={!isSame(state.entries[index - 1], entry)}
              isLive={isLive(state.entries, index)}
            />
          ))}
        </ol>
        <Typing {...view} />
        <SlotPicker {...view} key={last?.id} />
        <Suggestions {...view} />
      </section>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={() => scrollToEnd(scroller.current)}>
          <Icon name="down" />
          {texts('newMessages')}
        </button>
      )}
    </div>
  );
}

function scrollToEnd(element: HTMLElement | null): void {
  if (element) element.scrollTop = element.scrollHeight;
}

/** Whether two lines are of one speaker. */
const isSame = (one: Entry | undefined, other: Entry): boolean =>
  one?.from === other.from && (one.from !== 'person' || other.from !== 'person' || one.name === other.name);

/** Whether a choice can still be made: nothing was said since. */
const isLive = (entries: readonly Entry[], index: number): boolean =>
  entries.slice(index + 1).every(({ from }) => from !== 'customer');
