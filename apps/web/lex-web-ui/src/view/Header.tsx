import type { TextKey } from '../i18n/en.ts';
import type { ChatState } from '../conversation/state.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import type { View } from './view.ts';

const statuses: Readonly<Record<ChatState['person']['phase'], TextKey>> = {
  none: 'subtitle',
  asking: 'personWaiting',
  waiting: 'personWaiting',
  talking: 'personTalking',
  lost: 'personLost',
};

/** Who is at the other end, and what can be done about the whole chat. */
export function Header(view: View) {
  const { state, texts, actions, isEmbedded } = view;
  const { phase, name } = state.person;
  return (
    <header class="header">
      <span class="avatar" data-with={phase === 'talking' ? 'person' : 'bot'}>
        <Icon name={phase === 'talking' ? 'person' : 'spark'} />
      </span>
      <div class="who">
        <h1>{texts('title')}</h1>
        <p>
          <i class="dot" data-online={state.isOnline && phase !== 'lost'} />
          {texts(statuses[phase], { name: name ?? texts('person') })}
        </p>
      </div>
      <Menu {...view} />
      {isEmbedded && (
        <button type="button" class="quiet" aria-label={texts('close')} onClick={actions.close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
