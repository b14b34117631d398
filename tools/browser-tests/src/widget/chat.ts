import type { FrameLocator, Locator, Page, Route } from 'playwright-core';

/** The chat, in its frame or as a page. */
export interface Chat {
  readonly within: FrameLocator | Page;
  /** Writes as a customer does, with the keyboard. */
  say(text: string): Promise<void>;
  /** A line of the conversation. */
  line(text: string | RegExp): Locator;
  button(name: string | RegExp): Locator;
}

/** The chat within a frame or page. */
export const chatIn = (within: FrameLocator | Page): Chat => ({
  within,
  say: async (text) => {
    const field = within.getByLabel('Your message');
    await field.fill(text);
    await field.press('Enter');
  },
  line: (text) => within.locator('.conversation li').filter({ hasText: text }).last(),
  button: (name) => within.getByRole('button', { name }),
});

/** Opens the chat of a page by its button, as a customer does. */
export async function openChat(page: Page): Promise<Chat> {
  await page.getByRole('button', { name: 'Chat with Sunny Roofs' }).click();
  const chat = chatIn(page.frameLocator('iframe'));
  await chat.within.getByLabel('Your message').waitFor();
  return chat;
}

/** What a bot answers in the place of the local cloud's. */
export const answers = (...messages: readonly object[]) => ({
  messages,
  sessionState: { sessionAttributes: {}, dialogAction: { type: 'ElicitIntent' } },
});

const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-ErrorType',
};

/** Answers the turns of a page in the place of Lex: with a value, or with a refusal. */
export async function answerTurns(
  page: Page,
  reply: (turn: number) => object | { readonly status: number; readonly type: string },
): Promise<void> {
  let turn = 0;
  await page.route(/\/sessions\/[\w-]+\/text$/, async (route: Route) => {
    const given = reply((turn += 1));
    if ('status' in given && 'type' in given)
      await route.fulfill({
        status: given.status,
        headers: { ...crossOrigin, 'x-amzn-errortype': given.type },
        json: { message: 'refused' },
      });
    else await route.fulfill({ headers: crossOrigin, json: given });
  });
}
