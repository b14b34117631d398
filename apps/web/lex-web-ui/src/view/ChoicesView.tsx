import type { Choices } from '../messages/content.ts';
import type { ContentProps } from './ContentView.tsx';
import { Picture } from './Picture.tsx';

/** A card, a list, or short replies. What was not chosen in time stays to be read. */
export function ChoicesView({ content, actions, isLive }: ContentProps & { readonly content: Choices }) {
  const { look, title, subtitle, imageUrl, options } = content;
  return (
    <div class={`card ${look}`}>
      {imageUrl && <Picture url={imageUrl} />}
      <div class="card-text">
        <p class="card-title">{title}</p>
        {subtitle && <p class="card-subtitle">{subtitle}</p>}
      </div>
      {options.length > 0 && (
        <ul class={look === 'replies' ? 'replies' : 'options'}>
          {options.map(({ label, value, detail, imageUrl: picture }, index) => (
            <li key={index}>
              <button
                type="button"
                class={look === 'replies' ? 'reply' : 'option'}
                disabled={!isLive}
                onClick={() => actions.say(value)}
              >
                {picture && <Picture url={picture} />}
                <span>
                  {label}
                  {detail && <small>{detail}</small>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
