import type { Content } from '../messages/content.ts';
import type { ContentProps } from './ContentView.tsx';

type Times = Extract<Content, { readonly kind: 'times' }>;

/** Times to choose from, by day, on the customer's clock. */
export function TimesView({
  content,
  state,
  texts,
  actions,
  isLive,
}: ContentProps & { readonly content: Times }) {
  const { locale } = state.session;
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const days = Object.entries(Object.groupBy(content.slots, ({ at }) => day.format(new Date(at))));
  return (
    <div class="card list">
      <div class="card-text">
        <p class="card-title">{content.title}</p>
        {content.subtitle && <p class="card-subtitle">{content.subtitle}</p>}
        {days.length === 0 && <p class="card-subtitle">{texts('noTimes')}</p>}
      </div>
      {days.map(([name, slots = []]) => (
        <div key={name} role="group" aria-label={name}>
          <p class="day">{name}</p>
          <ul class="replies">
            {slots.map(({ at, minutes }) => (
              <li key={at}>
                <button
                  type="button"
                  class="reply"
                  disabled={!isLive}
                  onClick={() => actions.say(moment.format(new Date(at)).replaceAll('\u202F', ' '))}
                >
                  {time.format(new Date(at))}
                  <span class="unseen"> {texts('minutes', { count: minutes })}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
