import type { Chat, ChatEventName } from '../loader/api.ts';

const names: readonly ChatEventName[] = [
  'ready',
  'open',
  'close',
  'message',
  'intent',
  'session',
  'person',
  'problem',
];

/** Shows what the chat tells its page, and calls it from the page's own buttons. */
async function demonstrate(chat: Chat): Promise<void> {
  const list = document.getElementById('events');
  for (const name of names)
    chat.on(name, (detail) => {
      const line = document.createElement('li');
      line.textContent = `${name} ${JSON.stringify(detail)}`;
      list?.append(line);
    });
  const onClick = (id: string, act: () => Promise<void>): void =>
    document.getElementById(id)?.addEventListener('click', () => void act());
  onClick('open', () => chat.open());
  onClick('ask', async () => {
    await chat.open();
    await chat.send("I'd like a call");
  });
  await chat.ready;
}

// The loader is a classic script: it has run before this module does.
void window.AtlasChat?.chat.then(demonstrate);
