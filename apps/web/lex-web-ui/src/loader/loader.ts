import type { Chat } from './api.ts';
import { AtlasChatError } from './chat-error.ts';
import { createChat, nothing } from './create-chat.ts';
import { readAttributes } from './options.ts';

const script = document.currentScript as HTMLScriptElement;
const url = new URL('index.html', script.src);
const { config, manual } = script.dataset;

/** The tag's configuration: inline JSON, or JSON at an address; the tag's other attributes come before it. */
async function configured(): Promise<object> {
  if (config === undefined) return {};
  try {
    const json = config.startsWith('{') ? config : await (await fetch(config)).text();
    return JSON.parse(json) as object;
  } catch (cause) {
    throw new AtlasChatError('invalid-option', `data-config: ${String(cause)}; allowed: JSON or its address`);
  }
}

async function fromTag(): Promise<Chat> {
  const options = { ...(await configured()), ...readAttributes(script.dataset) };
  if (document.readyState === 'loading')
    await new Promise((loaded) => document.addEventListener('DOMContentLoaded', loaded));
  return createChat(url, options);
}

const chat = manual === undefined ? fromTag() : new Promise<Chat>(nothing);
// Whoever wrote the tag finds what is wrong in the console, also when no code waits for the chat.
chat.catch(reportError);

window.AtlasChat = { chat, create: (options) => createChat(url, options) };
