import { useEffect, useEffectEvent } from 'react';
import { createStore } from '../../store.ts';
import { useCommand, useConsole, useCurrentContact } from '../console-context.ts';
import { shortcuts } from './shortcuts.ts';

/** Whether shortcuts are on: they can be turned off (WCAG 2.1.4). */
export const shortcutsOn = createStore(localStorage.getItem('atlas.shortcuts') !== 'off');
shortcutsOn.subscribe(() => {
  localStorage.setItem('atlas.shortcuts', shortcutsOn.get() ? 'on' : 'off');
});

/** Listens to the shortcuts of the whole page. */
export function useShortcuts(): void {
  const all = useConsole();
  const current = useCurrentContact();
  const run = useCommand();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !shortcutsOn.get()) return;
    const shortcut = shortcuts.find(({ code }) => code === event.code);
    if (shortcut === undefined) return;
    event.preventDefault();
    const command = shortcut.run(all, current);
    if (command !== undefined) run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
