import type { ContactState } from '../../contact.ts';
import type { ContactLife } from '../../life/contact-life.ts';
import type { ConnectResources } from '../../resources.ts';
import { AgentCallError, invalidState } from '../agent-call-error.ts';
import type { AgentRecord, Connection, Leg } from '../agent-record.ts';
import type { RoutingProfileSpec, Staff, UserSpec } from '../staff.ts';

export type Params = Readonly<Record<string, unknown>>;

/** What a method of the control panel works with. */
export interface Desk {
  readonly now: number;
  readonly arn: string;
  readonly user: UserSpec;
  readonly profile: RoutingProfileSpec;
  readonly permissions: readonly string[];
  readonly staff: Staff;
  readonly resources: ConnectResources;
  readonly life: ContactLife;
  /** The agent now: other steps may have changed it meanwhile. */
  record(): AgentRecord;
  save(record: AgentRecord): void;
  contact(id: string): ContactState;
  /** Lets the customer of a chat go on in another contact. */
  transferChat(contactId: string, toContactId: string): Promise<void>;
  /** A token for a chat's participant service. @throws AgentCallError without a chat */
  chatToken(contactId: string): Promise<{ readonly participantToken: string; readonly expiry: string }>;
}

/** A method of the control panel's API: gives the data of its answer. */
export type Method = (desk: Desk, params: Params) => unknown;

export function textParam(params: Params, name: string): string {
  const value = params[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AgentCallError('ValidationException', `${name} must be a text`);
}

export function objectParam(params: Params, name: string): Params {
  const value = params[name];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Params;
  throw new AgentCallError('ValidationException', `${name} must be an object`);
}

export function legOf(desk: Desk, params: Params): Leg {
  const contactId = textParam(params, 'contactId');
  const leg = desk.record().legs.find((each) => each.contactId === contactId);
  if (leg !== undefined) return leg;
  throw new AgentCallError('ResourceNotFoundException', 'contactId: the agent has no such contact');
}

export function connectionOf(leg: Leg, params: Params): Connection {
  const id = textParam(params, 'connectionId');
  const connection = leg.connections.find((each) => each.id === id);
  if (connection !== undefined) return connection;
  throw new AgentCallError('ResourceNotFoundException', 'connectionId: the contact has no such connection');
}

export function requireState(leg: Leg, ...allowed: readonly Leg['state'][]): void {
  if (!allowed.includes(leg.state))
    throw invalidState(`The contact is ${leg.state}; it must be ${allowed.join(' or ')}`);
}

export function saveLeg(desk: Desk, leg: Leg): void {
  const record = desk.record();
  desk.save({ ...record, legs: record.legs.map((each) => (each.contactId === leg.contactId ? leg : each)) });
}
