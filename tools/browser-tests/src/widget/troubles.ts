import { type BrowserTests, expectAccessible, screenshot } from '../index.ts';
import { answers, answerTurns, chatIn, openChat } from './chat.ts';

/** What goes wrong is said, and what is hostile does nothing. */
export function troubles(tests: BrowserTests): void {
  const page = (name: string) => `${tests.system.chat}/${name}.html`;

  describe('a conversation in trouble', () => {
    it('says why a message was not sent, and sends it again', async () => {
      const view = await tests.newPage();
      view.problems.allow(/429/);
      let throttled = true;
      await answerTurns(view, () =>
        throttled
          ? { status: 429, type: 'ThrottlingException' }
          : answers({ contentType: 'PlainText', content: 'Here I am.' }),
      );
      await view.goto(page('page'));
      const chat = chatIn(view);
      await chat.say('Hello?');
      await chat.line('Not sent: too many messages at this moment').waitFor();
      await expectAccessible(view);
      await screenshot(view, 'chat/not-sent');
      throttled = false;
      await chat.button('Try again').click();
      await chat.line('Here I am.').waitFor();
    });

    it('takes new credentials when the old ones are not taken any more', async () => {
      const view = await tests.newPage();
      view.problems.allow(/403/);
      await answerTurns(view, (turn) =>
        turn === 1
          ? { status: 403, type: 'ExpiredTokenException' }
          : answers({ contentType: 'PlainText', content: 'Here I am.' }),
      );
      await view.goto(page('page'));
      const chat = chatIn(view);
      await chat.say('Hello?');
      await chat.line('Here I am.').waitFor();
    });

    it('waits for the network, and goes on with it', async () => {
      const view = await tests.newPage(page('page'));
      view.problems.allow(/ERR_INTERNET_DISCONNECTED/);
      const chat = chatIn(view);
      await chat.button("I'd like a call").waitFor();
      await view.context().setOffline(true);
      await view.getByText('You are offline.').waitFor();
      await chat.say('help');
      await chat.line('Waits for the network').waitFor();
      await expectAccessible(view);
      await screenshot(view, 'chat/offline');
      await view.context().setOffline(false);
      await chat.line(/arrange|call/).waitFor();
      await chat.line('Sent').waitFor();
    });

    it('says when the browser keeps nothing', async () => {
      const view = await tests.newPage();
      await view.addInitScript(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })",
      );
      await view.goto(page('demo'));
      const chat = await openChat(view);
      await chat.within.getByText('This browser keeps nothing').waitFor();
      await chat.say('help');
      await chat.line(/arrange|call/).waitFor();
      await expectAccessible(view);
    });

    it('says when the microphone is blocked, and when speech is not understood', async () => {
      const view = await tests.newPage(page('page'));
      const chat = chatIn(view);
      await chat.button('Speak').click();
      await view.getByText('The microphone is blocked.').waitFor();
      await expectAccessible(view);
      view.problems.allow(/utterance|501|400/);
      await view.context().grantPermissions(['microphone']);
      await chat.button('Speak').click();
      await view.getByText('Listening…').waitFor();
      await expectAccessible(view);
      // The microphone of the tests beeps once a second: two beeps are speech.
      await view.waitForTimeout(2500);
      await chat.button('Stop speaking').click();
      await view.getByText('Your words could not be understood: the service failed.').waitFor();
    });
  });

  describe('a hostile bot', () => {
    it('runs nothing, leads nowhere and fills nothing', async () => {
      const view = await tests.newPage();
      const script = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
      await answerTurns(view, () =>
        answers(
          { contentType: 'PlainText', content: `${script} [click](javascript:window.hacked=1) **bold**` },
          {
            contentType: 'ImageResponseCard',
            imageResponseCard: {
              title: script,
              imageUrl: 'javascript:window.hacked=1',
              buttons: [{ text: script, value: script }],
            },
          },
          { contentType: 'CustomPayload', content: '{"templateType":"Evil"}' },
          { contentType: 'PlainText', content: 'long '.repeat(20_000) },
        ),
      );
      await view.goto(page('page'));
      const chat = chatIn(view);
      await chat.say('hello');
      await chat.button('Show all').waitFor();
      await view.locator('strong', { hasText: 'bold' }).waitFor();
      expect(await view.evaluate('window.hacked')).toBeUndefined();
      expect(await view.locator('.conversation :is(img, script, a)').count()).toBe(0);
      await chat.line('A message that this chat cannot show (Evil).').waitFor();
      await expectAccessible(view);
      await screenshot(view, 'chat/hostile');
    });
  });
}
