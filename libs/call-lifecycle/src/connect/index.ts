export * from './connect-telephony.ts';
export { contactFactsOf } from './contact-facts.ts';
export type { OutboundLine } from './place-call.ts';
