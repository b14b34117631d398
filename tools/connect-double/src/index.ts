export { createConnect } from './connect.ts';
export type { Connect, ConnectOptions } from './connect.ts';
export type { ContactEvent } from './contact-events.ts';
export type { BotAnswer, BotTurn } from './life/stage.ts';
export type { HoursSpec, OpeningTime } from './opening-hours.ts';
export type { FlowSpec, InstanceSpec, QueueSpec } from './resources.ts';
