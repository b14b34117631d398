import { accept, become, button, signInAgent, wrapUp } from './console/agent.ts';
import { browserTests, screenshot } from './index.ts';
import { openChat } from './widget/chat.ts';

const tests = browserTests();

interface Contacts {
  readonly contacts: readonly { readonly channel?: string }[];
}

/** How many calls Amazon Connect has placed. */
const calls = async (): Promise<number> => {
  const { contacts } = (await tests.system.admin('GET', 'contacts')) as Contacts;
  return contacts.filter(({ channel }) => channel === 'VOICE').length;
};

it('carries a customer from a request in the chat to a person in the console, and to the call', async () => {
  const { system } = tests;
  const customer = await tests.newPage(`${system.chat}/demo.html`);
  const agent = await tests.newPage(`${system.console}/`);
  await signInAgent(agent, 'blake.agent');

  const chat = await openChat(customer);
  await chat.button("I'd like a call").click();
  for (const [question, answer] of [
    ['first name', 'Robin'],
    ['last name', 'Sample'],
    ['Which phone number', '+1 212 555 0100'],
    ['talk about', 'solar panels'],
    ['Do you agree', 'yes, I agree'],
  ] as const) {
    await chat.line(question).waitFor();
    await chat.say(answer);
  }
  await chat.line('Your request is noted').waitFor();
  await become(agent, 'Available');
  await agent.getByText('You are available').waitFor();
  await chat.say('I want to talk to a person');
  await accept(agent);
  await chat.line('has joined').waitFor();
  const messages = agent.getByRole('log', { name: 'Messages of the chat' });
  // What was said to the bot before comes with the customer.
  await messages.getByText('solar panels').first().waitFor();

  await chat.say('Is my roof steep enough?');
  await messages.getByText('Is my roof steep enough?').waitFor();
  await agent.getByRole('textbox', { name: 'Message' }).fill('From 10 degrees on, it is.');
  await agent.keyboard.press('Enter');
  await chat.within.locator('[data-from="person"]', { hasText: 'From 10 degrees on' }).waitFor();
  await screenshot(customer, 'together/customer');
  await screenshot(agent, 'together/agent');

  await button(agent, 'End').click();
  await chat.line('You are talking to the assistant again.').waitFor();
  await wrapUp(agent, 'Interested', 'Has a steep roof');
  await agent.getByText('You are available').waitFor();

  // The customer may have asked at night: the pages, whose time is the wall's, go before the system's time jumps.
  await Promise.all([customer, agent].map((page) => page.goto('about:blank')));
  await system.admin('PUT', 'clock', { speed: 'max' });
  while ((await calls()) === 0) await new Promise((resolve) => setTimeout(resolve, 100));
});
