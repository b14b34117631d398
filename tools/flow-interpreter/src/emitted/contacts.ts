import { locales } from '@atlas-engine/domain';
import type { FlowContact, NewContact } from '../contact.ts';

const instanceArn = 'arn:aws:connect:us-east-1:000000000000:instance/one';
const departments = ['account', 'lending', 'onboarding'];
const callStatuses = ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'] as const;

const call: NewContact = {
  id: 'contact',
  instanceArn,
  region: 'us-east-1',
  channel: 'VOICE',
  initiationMethod: 'API',
  customerEndpoint: { address: '+12125550100', type: 'TELEPHONE_NUMBER' },
};

const attributes = (given: Readonly<Record<string, string>>): Partial<FlowContact> => ({ attributes: given });

/** Ordinary contacts: a call that begins, one that Amazon Connect has given its queue, one for each department. */
export const ordinaryContacts: readonly NewContact[] = [
  {},
  { queue: { id: 'queue', arn: 'queue', name: 'GeneralAgentQueue' } },
  ...departments.map((department) => attributes({ department })),
].map((difference) => ({ ...call, ...difference }));

/** What else may come: contacts that differ from an ordinary call in one respect each. */
export const otherContacts: readonly NewContact[] = [
  { channel: 'CHAT' as const, customerEndpoint: { address: 'customer', type: 'CHAT' as const } },
  { channel: 'TASK' as const, customerEndpoint: undefined },
  { customerEndpoint: { address: 'anonymous', type: 'TELEPHONE_NUMBER' as const } },
  ...callStatuses.map((callStatus) => ({ callStatus })),
  // From the bot on a page, which has handed over.
  { channel: 'CHAT' as const, ...attributes({ handOff: 'agent' }) },
  ...locales.map((locale) => attributes({ locale })),
  // No attribute more fits.
  attributes({ filling: 'x'.repeat(32_750) }),
].map((difference) => ({ ...call, ...difference }));
