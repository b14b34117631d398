import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { People, UserSpec } from '@atlas-engine/connect-double';
import type { Panels } from './panels.ts';
import type { Session, Sessions } from './sessions.ts';

/** A request to the pages of an instance. */
export interface Visit {
  readonly request: WireRequest;
  readonly instance: { readonly id: string; readonly alias: string };
  /** Origins whose pages may embed the panel. */
  readonly origins: readonly string[];
  /** The session's id as the browser names it, also when it is over. */
  readonly cookie: string | undefined;
  readonly session: Session | undefined;
}

export type Route = (visit: Visit) => WireResponse | Promise<WireResponse>;

/** Routes by method and path, e.g. `GET /login`. */
export type Routes = Readonly<Record<string, Route>>;

/** What all routes work with. */
export interface Office {
  readonly people: People;
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly region: string;
  /** Shows a user's open panels what there is now. */
  readonly show: (userId: string) => void;
}

export const userNamed = (people: People, instanceId: string, name: string): UserSpec | undefined =>
  people.users(instanceId).find(({ userName }) => userName === name);
