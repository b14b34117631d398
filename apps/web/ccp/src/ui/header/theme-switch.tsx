import { Button } from 'react-aria-components/Button';
import { createStore } from '../../store.ts';
import { useStore } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';

type Theme = 'light' | 'dark';

const wanted = (): Theme => {
  const kept = localStorage.getItem('atlas.theme');
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

const theme = createStore<Theme>(wanted());
document.documentElement.dataset['theme'] = theme.get();
theme.subscribe(() => {
  document.documentElement.dataset['theme'] = theme.get();
  localStorage.setItem('atlas.theme', theme.get());
});

export function ThemeSwitch() {
  const isDark = useStore(theme) === 'dark';
  return (
    <Button
      className="icon-button"
      aria-label={isDark ? 'Light colours' : 'Dark colours'}
      onPress={() => theme.set(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'sun' : 'moon'} />
    </Button>
  );
}
