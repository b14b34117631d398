import type { Console } from './console.ts';

/**
 * Ends a contact for good: the wrap-up is saved first, and only then Connect is told that the agent is free. A contact whose
 * wrap-up the server did not take stays where it is.
 *
 * @throws {ConnectError} when it was saved, but could not be closed.
 */
export async function finishContact(
  { wrapUps, port, refreshDay }: Console,
  contactId: string,
): Promise<boolean> {
  if (!(await wrapUps.save(contactId))) return false;
  await port.clear(contactId);
  wrapUps.discard(contactId);
  refreshDay();
  return true;
}

/** Closes a contact whose wrap-up the server could not take: it is kept here and sent when the server is back. */
export async function finishLater({ wrapUps, port }: Console, contactId: string): Promise<void> {
  wrapUps.sendLater(contactId);
  await port.clear(contactId);
}
