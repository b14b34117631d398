import {
  accept,
  become,
  button,
  signInAgent,
  signInAtPool,
  signInToConnect,
  wrapUp,
} from './console/agent.ts';
import { callLead, untilLeadsMayBeCalled } from './console/call-lead.ts';
import { startChat } from './console/customer-chat.ts';
import { disturb } from './console/disturb.ts';
import { hurrying, letPass } from './console/time.ts';
import { browserTests, expectAccessible, screenshot, type TestPage } from './index.ts';

const tests = browserTests();
const user = 'avery.agent';
const name = 'Quintessa Zzyzxson';

beforeAll(() => untilLeadsMayBeCalled(tests.system));

/** Signs in, and is ready for contacts. */
async function startShift(): Promise<TestPage> {
  const page = await tests.newPage(`${tests.system.console}/`);
  await signInAgent(page, user);
  await become(page, 'Available');
  await page.getByText('You are available').waitFor();
  return page;
}

/** What the bot says to the lead takes its time. */
const untilOffered = (page: TestPage): Promise<void> =>
  hurrying(tests.system, 10, () => button(page, /^Accept/).waitFor());

/** Records of the CRM, as text. */
const crm = async (object: string): Promise<string> =>
  JSON.stringify(await tests.system.admin('GET', `salesforce/${object}`));

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

it('takes an outreach call from its scenario to a record in the CRM', async () => {
  const { system } = tests;
  const page = await tests.newPage(`${system.console}/`);
  await signInAtPool(page, user);
  await button(page, 'Open the sign-in window').waitFor();
  await screenshot(page, 'console/sign-in');
  await expectAccessible(page);
  await signInToConnect(page, user);
  await become(page, 'Available');
  await page.getByText('You are available').waitFor();
  await screenshot(page, 'console/available');
  await expectAccessible(page);

  await callLead(system, 'shift-call', 27);
  await untilOffered(page);
  await screenshot(page, 'console/offered');
  await expectAccessible(page);
  await page.keyboard.press('Alt+Shift+A');
  await page.getByRole('heading', { name }).waitFor();
  await letPass(system, 15);

  await page.getByText('Greeting', { exact: true }).waitFor();
  await page.locator('.checklist .line').first().click();
  await page.getByText(/^1 of \d+ said/).waitFor();
  await page.locator('.objection-head').first().click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Asked for a person');
  await button(page, 'Show the number (this is recorded)').click();
  await page.getByText('+12125550127').waitFor();
  await screenshot(page, 'console/contact');
  await expectAccessible(page);
  await page.getByRole('tab', { name: /^History/ }).click();
  await expectAccessible(page);
  await screenshot(page, 'console/history');
  await page.getByRole('tab', { name: 'Details' }).click();
  await expectAccessible(page);
  await screenshot(page, 'console/details');
  await page.getByRole('tab', { name: 'What to say' }).click();

  await button(page, 'Hold').click();
  await button(page, 'Resume').click();
  await button(page, 'Mute').click();
  await button(page, 'Unmute').click();
  await button(page, 'Keypad').click();
  await button(page, '5').click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await button(page, 'Transfer').click();
  const queue = page.getByRole('option', { name: /LendingQueue/ });
  await queue.waitFor();
  await screenshot(page, 'console/transfer');
  await expectAccessible(page);
  await queue.click();
  await button(page, 'Swap').click();
  await page.getByText('can hear you').waitFor();
  await screenshot(page, 'console/consult');
  await expectAccessible(page);

  await page.reload();
  await page.getByText(/^1 of \d+ said/).waitFor();
  await expect(page.getByRole('textbox', { name: 'Notes' }).inputValue()).resolves.toBe('Asked for a person');

  await button(page, 'Join all').click();
  await button(page, 'Join all').waitFor({ state: 'detached' });
  await button(page, 'Leave them together').click();
  await button(page, 'Save and close the contact').waitFor();
  await screenshot(page, 'console/wrap-up');
  await expectAccessible(page);
  await wrapUp(page, 'Call back', 'Wants the quote for the orchard by Monday');
  await page.getByText('You are available').waitFor();
  await hurrying(system, 60, () => until(async () => (await crm('Task')).includes('quote for the orchard')));
});

it('lists a missed call, and is available again', async () => {
  const page = await startShift();
  await callLead(tests.system, 'missed-call', 28);
  await untilOffered(page);
  await hurrying(tests.system, 10, () => page.getByText('You missed this contact.').waitFor());
  await page.getByRole('heading', { name: /^Missed/ }).waitFor();
  await screenshot(page, 'console/missed');
  await expectAccessible(page);
  await button(page, /^Close and be available/).click();
  await page.getByText('You are available').waitFor();
  await button(page, 'I have seen them').click();
});

it('goes on through a lost network, a failing server and an ended session', async () => {
  const { system } = tests;
  const page = await startShift();
  await callLead(system, 'trouble-call', 29);
  await untilOffered(page);
  await accept(page);
  await letPass(system, 15);

  await disturb(system, { kind: 'fail-next', user, method: 'holdConnection' });
  await button(page, 'Hold').click();
  await page.getByText(/^Hold: it is not possible/).waitFor();
  await button(page, 'Close message').click();

  await disturb(system, { kind: 'lose-network', user });
  await page.getByText('No connection.').waitFor();
  await screenshot(page, 'console/lost-network');
  await expectAccessible(page);
  await disturb(system, { kind: 'restore-network', user });
  await page.getByText('No connection.').waitFor({ state: 'detached' });

  page.problems.allow(/401/);
  await disturb(system, { kind: 'expire-session', user });
  await page.getByText('Your Amazon Connect session has ended').waitFor();
  await screenshot(page, 'console/session-ended');
  await expectAccessible(page);
  await signInToConnect(page, user, 'Sign in to Amazon Connect again');
  await page.getByText('Your Amazon Connect session has ended').waitFor({ state: 'detached' });

  await button(page, 'Hang up').click();
  page.problems.allow(/503/);
  await page.route('**/wrap-up', (route) => route.fulfill({ status: 503, body: '{}' }));
  await page.getByText('Interested', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Kept through everything');
  await button(page, 'Save and close the contact').click();
  await page.getByText(/^Not saved/).waitFor();
  await screenshot(page, 'console/not-saved');
  await expectAccessible(page);
  await button(page, 'Close the contact, send this later').click();
  await page.getByRole('heading', { name: 'Wrap-ups to send' }).waitFor();
  await page.unroute('**/wrap-up');
  await page.reload();
  await page.getByText('You are available').waitFor();
  await page.getByRole('heading', { name: 'Wrap-ups to send' }).waitFor({ state: 'detached' });
  await hurrying(system, 60, () =>
    until(async () => (await crm('Task')).includes('Kept through everything')),
  );
});

it('checks what it needs, tells its shortcuts, and calls a number', async () => {
  const page = await startShift();
  await button(page, 'Help and shortcuts').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expectAccessible(page);
  await screenshot(page, 'console/help');
  await button(page, 'Close').click();
  await button(page, 'Microphone and network').click();
  await dialog.waitFor();
  await page.context().grantPermissions(['microphone'], { origin: tests.system.console });
  await button(page, 'Check now').click();
  await expect(dialog.locator('.findings li').nth(2).waitFor()).resolves.toBeUndefined();
  await expect(dialog.locator('.findings .bad').count()).resolves.toBe(0);
  await expectAccessible(page);
  await screenshot(page, 'console/checks');
  await button(page, 'Close').click();

  await page.getByRole('textbox', { name: 'Number with country code' }).fill('+1 212 555 0100');
  await button(page, 'Call').click();
  await button(page, 'Hang up').waitFor();
  await hurrying(tests.system, 10, () => button(page, 'Hold').waitFor());
  await button(page, 'Hang up').click();
  await wrapUp(page, 'Other', 'Called by hand');
  await page.getByText('You are available').waitFor();
});

it('chats with a customer who asked the bot for a person', async () => {
  const { system } = tests;
  const page = await startShift();
  const customer = await startChat(system, 'Morgan');
  await customer.say('I want to speak to a person');
  await untilOffered(page);
  await accept(page);
  await page
    .getByRole('log', { name: 'Messages of the chat' })
    .getByText('I want to speak to a person')
    .waitFor();
  await customer.say('Is https://example.com/offer still open? <b>Please</b>');
  await page.getByRole('link', { name: 'https://example.com/offer' }).waitFor();
  await customer.type();
  await page.getByText('The customer is typing…').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('Yes, until the end of the month.');
  await page.keyboard.press('Enter');
  await page.getByText(/^(Sent|Delivered|Read)$/).waitFor();
  await screenshot(page, 'console/chat');
  await expectAccessible(page);
  await expect(customer.heard()).resolves.toContain('Yes, until the end of the month.');
  await page.emulateMedia({ colorScheme: 'dark' });
  await button(page, 'Dark colours').click();
  await screenshot(page, 'console/chat-dark');
  await expectAccessible(page);
  await button(page, 'End').click();
  await wrapUp(page, 'Interested', 'Asked for the offer');
});
