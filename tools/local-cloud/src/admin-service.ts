import type { ServiceDouble, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';
import { personaSchema } from '@atlas-engine/simulated-customers';
import * as z from 'zod';
import { createClockHolds } from './clock-holds.ts';
import { contactTrace } from './contact-trace.ts';
import type { Services } from './services.ts';

export interface AdminOptions {
  readonly clock: SimulationClock;
  readonly services: Services;
  readonly describe: () => Promise<unknown>;
  /** After how much of the wall's time a held clock is let go unless the hold is renewed; 15 s by default. */
  readonly holdForMs?: number;
}

type Answer = { readonly status: number; readonly body: unknown };
type Route = (request: WireRequest, argument: string) => Answer | Promise<Answer>;

const ok = (body: unknown = {}): Answer => ({ status: 200, body });
const bad = (message: string): Answer => ({ status: 400, body: { message } });
const missing = (message: string): Answer => ({ status: 404, body: { message } });

/** What only the local cloud has: its clock, its personas, its state. Paths below `/_atlas/`. */
export function createAdminService({ clock, services, describe, holdForMs }: AdminOptions): ServiceDouble {
  const holds = createClockHolds(clock, holdForMs);
  const held = (id: string): Answer => ok({ id, expiresInMs: holds.expiresInMs });
  const routes: Readonly<Record<string, Route>> = {
    'GET status': async () => ok(await describe()),
    'GET clock': () => ok(clockState(clock)),
    'PUT clock': ({ body }) => {
      const speed = speedSchema.safeParse(parse(body));
      if (!speed.success) return bad('speed: must be a number above 0, or "max"');
      clock.setSpeed(speed.data.speed === 'max' ? Infinity : speed.data.speed);
      return ok(clockState(clock));
    },
    'POST holds': () => held(holds.take()),
    'PUT holds': (_, id) => (holds.renew(id) ? held(id) : missing('This hold is over')),
    'DELETE holds': (_, id) => {
      holds.release(id);
      return ok();
    },
    'PUT personas': ({ body }, number) => {
      const persona = personaSchema.safeParse(body.toString('utf8').trim());
      if (!persona.success) return bad(`persona: must be one of ${personaSchema.options.join(', ')}`);
      services.connect.setPersona(number, persona.data);
      return ok({ persona: persona.data });
    },
    'DELETE personas': (_, number) => {
      services.connect.setPersona(number, undefined);
      return ok();
    },
    'GET salesforce': (_, object) => ok({ records: services.salesforce.records(object) }),
    'GET contacts': (_, argument) => readContacts(services, argument),
    'GET texts': () => ok({ texts: services.sns.texts() }),
    'GET permissions': (_, form) =>
      ok(form === 'export' ? services.permissions.export() : services.permissions.report()),
    'GET memory': () => {
      const { totalBytes, processes } = services.lambda.memory();
      const host = process.memoryUsage().rss;
      return ok({
        hostBytes: host,
        functionBytes: totalBytes,
        totalBytes: host + totalBytes,
        processes: processes.length,
      });
    },
  };
  const find = (request: WireRequest): { route: Route | undefined; argument: string | undefined } => {
    const [, name = '', argument = ''] = /^\/_atlas\/([a-z]+)(?:\/(.*))?$/.exec(request.path) ?? [];
    return { route: routes[`${request.method} ${name}`], argument: decoded(argument) };
  };
  return {
    service: '_atlas',
    claims: ({ path }) => path.startsWith('/_atlas/'),
    operationOf: ({ method, path }) => `${method} ${path}`,
    faultsApply: () => false,
    handle: async (request) => {
      const { route, argument } = find(request);
      if (argument === undefined) return json(bad('The path must be percent-encoded text'));
      return json((await route?.(request, argument)) ?? missing('No such path below /_atlas/'));
    },
  };
}

/** All contacts, or with `<id>/trace` the way of one through its flows. */
function readContacts({ connect }: Services, argument: string): Answer {
  if (argument === '') return ok({ contacts: connect.contacts() });
  const [, id] = /^([^/]+)\/trace$/.exec(argument) ?? [];
  const trace = id === undefined ? undefined : contactTrace(connect, id);
  return trace === undefined ? missing('No such contact, or not below contacts/<id>/trace') : ok(trace);
}

const speedSchema = z.object({ speed: z.union([z.number().positive(), z.literal('max')]) });

const clockState = (clock: SimulationClock) => ({
  now: new Date(clock.now()).toISOString(),
  speed: clock.speed === Infinity ? 'max' : clock.speed,
});

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const json = ({ status, body }: Answer): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
