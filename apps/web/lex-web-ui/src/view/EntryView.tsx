import type { CustomerEntry, Entry } from '../conversation/entry.ts';
import { speakerOf, wordsOf } from '../conversation/transcript.ts';
import type { TextKey } from '../i18n/en.ts';
import { ContentView } from './ContentView.tsx';
import { Icon } from './Icon.tsx';
import type { View } from './view.ts';

interface EntryProps extends View {
  readonly entry: Entry;
  /** Whether somebody else spoke before. */
  readonly isFirst: boolean;
  /** Whether what is offered can still be chosen. */
  readonly isLive: boolean;
}

/** A line of the conversation. */
export function EntryView(props: EntryProps) {
  const { entry, texts, state, isFirst } = props;
  if (entry.from === 'notice') return <li class="notice">{wordsOf(entry, texts)}</li>;
  const time = new Intl.DateTimeFormat(state.session.locale, { timeStyle: 'short' }).format(entry.at);
  return (
    <li class="entry" data-from={entry.from} data-first={isFirst}>
      <span class={isFirst && entry.from === 'person' ? 'name' : 'unseen'}>{speakerOf(entry, texts)}</span>
      {entry.from === 'customer' ? (
        <div class="bubble" dir="auto">
          {entry.text}
        </div>
      ) : (
        <ContentView {...props} content={entry.content} />
      )}
      {entry.from === 'customer' ? (
        <DeliveryView {...props} entry={entry} time={time} />
      ) : (
        <time class="meta" dateTime={new Date(entry.at).toISOString()}>
          {time}
        </time>
      )}
    </li>
  );
}

const icons = { sending: 'clock', queued: 'clock', sent: 'check', read: 'check', failed: 'alert' } as const;

interface DeliveryProps extends View {
  readonly entry: CustomerEntry;
  readonly time: string;
  /** Whether it is the newest of the customer's. */
  readonly isLive: boolean;
}

/** What became of what the customer said. */
function DeliveryView({ entry, time, texts, actions, isLive }: DeliveryProps) {
  const { delivery, problem, id } = entry;
  const why = problem && delivery === 'failed' ? `: ${texts(`problem.${problem}`)}` : '';
  const key: TextKey = delivery;
  return (
    <p class="meta" data-delivery={delivery}>
      {delivery === 'failed' ? null : <span>{time}</span>}
      <Icon name={icons[delivery]} />
      <span class={isLive || delivery === 'failed' || delivery === 'queued' ? '' : 'unseen'}>
        {texts(key)}
        {why}
      </span>
      {delivery === 'failed' && (
        <button type="button" class="link" onClick={() => actions.retry(id)}>
          {texts('retry')}
        </button>
      )}
    </p>
  );
}
