export { createConnect } from './connect.ts';
export type { Connect, ConnectOptions } from './connect.ts';
export type { ContactEvent } from './contact-events.ts';
export type { FlowSpec, InstanceSpec } from './resources.ts';
