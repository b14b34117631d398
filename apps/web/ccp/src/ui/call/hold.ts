import type { ConnectPort } from '../../connect/connect-port.ts';
import type { ContactSnapshot, Party } from '../../connect/snapshot.ts';

/** Those at the other end who are still there. */
export const othersOn = (contact: ContactSnapshot): readonly Party[] =>
  contact.parties.filter(
    ({ role, state }) => (role === 'customer' || role === 'third-party') && state !== 'disconnected',
  );

/** Whether nobody at the other end hears the agent. */
export const isOnHold = (contact: ContactSnapshot): boolean => {
  const others = othersOn(contact);
  return others.length > 0 && others.every(({ state }) => state === 'hold');
};

/** Holds everybody, or takes everybody back. */
export async function toggleHold(port: ConnectPort, contact: ContactSnapshot): Promise<void> {
  const onHold = isOnHold(contact);
  const wanted = othersOn(contact).filter(({ state }) => (onHold ? state === 'hold' : state === 'connected'));
  for (const { connectionId } of wanted) {
    await (onHold
      ? port.resume(contact.contactId, connectionId)
      : port.hold(contact.contactId, connectionId));
  }
}
