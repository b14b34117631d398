import { themeTokens } from '../loader/protocol.ts';

/** Which colours, and values of custom properties by name without `--atlas-chat-`. */
export interface Look {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly tokens: Readonly<Record<string, string>>;
}

const properties: Readonly<Record<(typeof themeTokens)[number], string>> = {
  accent: 'color',
  'on-accent': 'color',
  surface: 'color',
  text: 'color',
  bubble: 'color',
  radius: 'border-radius',
  font: 'font-family',
};

/** Puts a look on the page. Values come from another page: only those that are a colour, length or font are taken. */
export function applyLook(
  { style, dataset }: Pick<HTMLElement, 'style' | 'dataset'>,
  { theme, tokens }: Look,
  supports: (property: string, value: string) => boolean = (property, value) => CSS.supports(property, value),
): void {
  dataset['theme'] = theme;
  for (const token of themeTokens) {
    const value = tokens[token]?.trim();
    if (value && !/url\(|var\(/i.test(value) && supports(properties[token], value))
      style.setProperty(`--atlas-chat-${token}`, value);
  }
}
