import { localPassword } from '@atlas-engine/local-cloud';
import type { Page } from 'playwright-core';

/** The agents of stage local: the same user names in the user pool and in Amazon Connect. */
export type AgentName = 'avery.agent' | 'blake.agent';

/** Signs an agent in to a console that has been opened: first at the user pool, then to Amazon Connect in its window. */
export async function signInAgent(page: Page, agent: AgentName): Promise<void> {
  await signInAtPool(page, agent);
  await signInToConnect(page, agent);
  await myState(page).waitFor();
}

/** Signs in to Amazon Connect in the window that a button of the console opens. */
export async function signInToConnect(
  page: Page,
  agent: AgentName,
  opener = 'Open the sign-in window',
): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: opener }).click();
  await (await opened).locator(`button[value="${agent}"]`).click();
}

/** Fills the sign-in page of the user pool. */
export async function signInAtPool(page: Page, agent: AgentName): Promise<void> {
  await page.getByLabel('User name').fill(agent);
  await page.getByLabel('Password').fill(localPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The button in the header that shows the agent's state. */
export const myState = (page: Page) => page.getByRole('button', { name: /^My state/ });

/** Chooses a state. */
export async function become(page: Page, state: string): Promise<void> {
  await myState(page).click();
  await page.getByRole('menuitem', { name: state }).click();
}

/** A button of the console by its whole name. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** Waits until a contact is offered, and takes it. */
export async function accept(page: Page): Promise<void> {
  await button(page, /^Accept/).click();
  await button(page, /^(Hang up|End)$/).waitFor();
}

/** Writes the wrap-up of the contact that is over, and closes it. */
export async function wrapUp(page: Page, disposition: string, notes: string): Promise<void> {
  await page.getByText(disposition, { exact: true }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill(notes);
  await button(page, 'Save and close the contact').click();
  await button(page, 'Save and close the contact').waitFor({ state: 'detached' });
}
