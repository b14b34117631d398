import { type BrowserTests, expectAccessible, screenshot } from '../index.ts';
import { openChat } from './chat.ts';

/** A person takes over from the bot. */
export function persons(tests: BrowserTests): void {
  describe('a person', () => {
    it('takes over with the conversation, is there again after a reload, and leaves to the bot', async () => {
      const page = await tests.newPage(`${tests.system.chat}/demo.html`);
      const chat = await openChat(page);
      await chat.say('I want to talk to a person');
      await chat.line('You are in the queue').waitFor();
      await chat.line('has joined').waitFor();
      await chat.say('Hello, I have a question about my roof');
      await chat.within.locator('[data-from="person"]').first().waitFor();
      await expectAccessible(page);
      await screenshot(page, 'chat/person');

      await page.reload();
      await chat.within.getByText('You are talking to').waitFor();
      expect(await chat.within.locator('.notice', { hasText: 'has joined' }).count()).toBe(1);

      await chat.button('More').click();
      await chat.button('End the conversation with the person').click();
      await chat.line('You are talking to the assistant again.').waitFor();
      await chat.say('help');
      await chat.line(/arrange|can/).waitFor();
      await page.locator('#events', { hasText: 'person {"state":"ended"}' }).waitFor();
    });
  });
}
