import type { WireResponse } from '@atlas-engine/aws-wire';
import { refusalOf } from './admin.ts';
import { asset, bodyOf, json } from './answers.ts';
import { panelScript } from './page-bundle.ts';
import { styles } from './pages.ts';
import type { Session } from './sessions.ts';
import type { Office, Route, Routes, Visit } from './visit.ts';

type SignedIn = (visit: Visit & { readonly session: Session }) => WireResponse | Promise<WireResponse>;

const signedIn =
  (handle: SignedIn): Route =>
  (visit) =>
    visit.session === undefined ? json({}, 401) : handle({ ...visit, session: visit.session });

/** Where the server tells a panel what there is. */
export const eventsPath = '/ccp-v2/api/events';

/** What the panel's script is, and asks. */
export function panelRoutes({ people, sessions, panels, show }: Office): Routes {
  const call: SignedIn = async ({ request, session: { userId } }) => {
    const { method, params } = bodyOf(request) as { method: string; params: object };
    if (panels.isCutOff(userId)) return json({}, 503);
    const failure = panels.failureOf(userId, method);
    if (failure !== undefined) return json({ err: failure });
    const answer = people.call(userId, method, params as Record<string, unknown>);
    return json(
      await answer.then(
        (data) => ({ data }),
        (error: unknown) => ({ err: refusalOf(error) }),
      ),
    );
  };
  return {
    'GET /ccp-v2/panel.js': () => asset(panelScript(), 'text/javascript; charset=utf-8'),
    'GET /ccp-v2/panel.css': () => asset(styles, 'text/css; charset=utf-8'),
    'POST /ccp-v2/api/ticket': signedIn(({ session }) => json({ ticket: sessions.ticketFor(session) })),
    'POST /ccp-v2/api/call': signedIn(call),
    [`GET ${eventsPath}`]: signedIn(({ session: { userId } }) => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      stream: (out) => {
        panels.open(userId, out);
        show(userId);
      },
    })),
  };
}
