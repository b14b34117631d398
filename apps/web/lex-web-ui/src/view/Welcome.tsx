import { Icon } from './Icon.tsx';
import type { View } from './view.ts';

/** What the customer sees before anything is said. */
export function Welcome({ state, texts }: View) {
  if (state.entries.length > 0) return null;
  return (
    <div class="welcome">
      <span class="emblem">
        <Icon name="spark" />
      </span>
      <p>{texts('welcome')}</p>
    </div>
  );
}
