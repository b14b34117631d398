import { type BrowserTests, expectAccessible, screenshot } from '../index.ts';
import { answers, answerTurns, chatIn, openChat } from './chat.ts';

interface Contacts {
  readonly contacts: readonly { readonly channel?: string; readonly initiationMethod?: string }[];
}

/** The conversation with the bot, as customers have it. */
export function conversations(tests: BrowserTests): void {
  const demo = () => `${tests.system.chat}/demo.html`;

  describe('a customer', () => {
    it('asks for a call on any page, and the call is placed', async () => {
      const page = await tests.newPage(demo());
      await screenshot(page, 'chat/launcher');
      await expectAccessible(page);
      const chat = await openChat(page);
      await expectAccessible(page);
      await screenshot(page, 'chat/open');
      await chat.button("I'd like a call").click();
      await chat.line('What is your first name?').waitFor();
      await chat.say('Robin');
      await chat.line('last name').waitFor();
      await chat.say('Sample');
      await chat.line('Which phone number').waitFor();
      await chat.say('+1 212 555 0100');
      await chat.line('What would you like to talk about?').waitFor();
      await chat.say('solar panels');
      await chat.line('Do you agree to be called').waitFor();
      await chat.say('yes, I agree');
      await chat.line('Your request is noted').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'chat/answer');
      await page
        .locator('#events', { hasText: 'intent {"name":"RequestCall","state":"Fulfilled"}' })
        .waitFor();

      await tests.system.admin('PUT', 'clock', { speed: 'max' });
      await expect(placed(tests)).resolves.toBe(true);
      await tests.system.admin('PUT', 'clock', { speed: 1 });
    });

    it('finds the conversation again after a reload, saves it, and begins another', async () => {
      const page = await tests.newPage(demo());
      const chat = await openChat(page);
      await chat.say('help');
      await chat.line('help').waitFor();
      await chat.line(/call/).waitFor();
      await page.reload();
      // It was open, so it is open.
      await chat.line('help').waitFor();
      await chat.button('More').click();
      await expectAccessible(page);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        chat.button('Save the conversation').click(),
      ]);
      expect(saved.suggestedFilename()).toBe('conversation.txt');
      await chat.button('More').click();
      await chat.button('Start again').click();
      await expectAccessible(page);
      await chat.within.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
      await chat.button("I'd like a call").waitFor();
      await page.keyboard.press('Escape');
      await page.locator('iframe').waitFor({ state: 'hidden' });
      expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.ariaLabel')).toBe(
        'Chat with Sunny Roofs',
      );
    });

    it('speaks Spanish', async () => {
      const page = await tests.newPage(`${tests.system.chat}/page.html`, { locale: 'es-US' });
      const chat = chatIn(page);
      await chat.button('Quiero que me llamen').click();
      await chat.line(/nombre/).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe('es');
      await expectAccessible(page);
      await screenshot(page, 'chat/spanish');
    });

    it('chooses from cards, lists and times, in the dark, on a small screen', async () => {
      const page = await tests.newPage(undefined, {
        colorScheme: 'dark',
        viewport: { width: 390, height: 780 },
      });
      await answerTurns(page, (turn) => (turn === 1 ? answers(card, list) : answers(times, replies)));
      await page.goto(`${tests.system.chat}/page.html`);
      const chat = chatIn(page);
      await chat.say('show me');
      await chat.button('Flat Common in towns').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'chat/cards');
      await chat.button('Solar panels').click();
      await chat.button('Yes').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'chat/dark');
    });

    it('reads at 400 % zoom, and from right to left', async () => {
      const page = await tests.newPage(demo(), { viewport: { width: 320, height: 480 } });
      const chat = await openChat(page);
      await chat.say('help');
      await chat.line(/call/).waitFor();
      const frame = page.frames()[1];
      await frame?.evaluate("document.documentElement.dir = 'rtl'");
      await expectAccessible(page);
      expect(await frame?.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await screenshot(page, 'chat/narrow');
    });
  });
}

const card = {
  contentType: 'ImageResponseCard',
  imageResponseCard: {
    title: 'What is it about?',
    subtitle: 'Choose one',
    buttons: [
      { text: 'Solar panels', value: 'solar panels' },
      { text: 'Insurance', value: 'home insurance' },
    ],
  },
};
const template = (templateType: string, content: object) => ({
  contentType: 'CustomPayload',
  content: JSON.stringify({ templateType, version: '1.0', data: { content } }),
});
const list = template('ListPicker', {
  title: 'Which roof?',
  elements: [
    { title: 'Flat', subtitle: 'Common in towns' },
    { title: 'Pitched', subtitle: 'Most houses' },
  ],
});
const times = template('TimePicker', {
  title: 'When may we call?',
  subtitle: 'On your clock',
  timeslots: ['2026-11-23T17:00+00:00', '2026-11-23T18:30+00:00', '2026-11-24T09:00+00:00'].map((date) => ({
    date,
    duration: 900,
  })),
});
const replies = template('QuickReply', {
  title: 'Was this **good**?',
  elements: [{ title: 'Yes' }, { title: 'No' }],
});

/** Whether a call was placed, in the time that runs as fast as it can. */
async function placed({ system }: BrowserTests): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { contacts } = (await system.admin('GET', 'contacts')) as Contacts;
    if (contacts.length > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
