import type { Content } from '../messages/content.ts';
import { ChoicesView } from './ChoicesView.tsx';
import { TextView } from './TextView.tsx';
import { TimesView } from './TimesView.tsx';
import type { View } from './view.ts';

export interface ContentProps extends View {
  /** Whether what is offered can still be chosen. */
  readonly isLive: boolean;
}

/** What the bot or a person shows. */
export function ContentView({ content, ...view }: ContentProps & { readonly content: Content }) {
  switch (content.kind) {
    case 'text':
      return <TextView text={content.text} texts={view.texts} />;
    case 'choices':
      return <ChoicesView {...view} content={content} />;
    case 'carousel':
      return (
        <div class="carousel" role="group" aria-label={content.title} tabIndex={0}>
          {content.items.map((item, index) => (
            <ChoicesView key={index} {...view} content={item} />
          ))}
        </div>
      );
    case 'times':
      return <TimesView {...view} content={content} />;
    case 'unsupported':
      return <p class="bubble unsupported">{view.texts('unsupported', { name: content.name })}</p>;
  }
}
