import { Composer } from './Composer.tsx';
import { Conversation } from './Conversation.tsx';
import { Header } from './Header.tsx';
import { Icon } from './Icon.tsx';
import type { View } from './view.ts';
import { VoiceBar } from './VoiceBar.tsx';

/** The chat. */
export function App(view: View) {
  const { state, texts, actions, isEmbedded } = view;
  return (
    <main
      class="chat"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && isEmbedded) actions.close();
      }}
    >
      <Header {...view} />
      {!state.isOnline && <Banner text={texts('offline')} />}
      {!state.isKept && <Banner text={texts('notKept')} />}
      <Conversation {...view} />
      <VoiceBar {...view} />
      <Composer {...view} />
    </main>
  );
}

const Banner = ({ text }: { readonly text: string }) => (
  <p class="banner" role="status">
    <Icon name="alert" />
    {text}
  </p>
);
