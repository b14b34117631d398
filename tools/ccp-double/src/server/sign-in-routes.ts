import type { WireResponse } from '@atlas-engine/aws-wire';
import { AgentCallError } from '@atlas-engine/connect-double';
import { html, json, redirect, sessionCookie } from './answers.ts';
import { loginPage, panelPage } from './pages.ts';
import { type Office, type Route, type Routes, userNamed, type Visit } from './visit.ts';

/** The panel's page, and how one comes to have a session. */
export function signInRoutes({ people, sessions, region }: Office): Routes {
  const askWho = ({ instance, origins }: Visit, problem?: string): WireResponse => {
    const page = loginPage(instance.alias, people.users(instance.id), problem);
    return html(page, origins, problem === undefined ? 200 : 403);
  };
  const signIn = (visit: Visit, name: string): WireResponse => {
    const { id: instanceId } = visit.instance;
    const user = userNamed(people, instanceId, name);
    if (user === undefined) return askWho(visit, 'There is no such user.');
    try {
      people.signIn(instanceId, user.id);
      return redirect('/ccp-v2/', sessions.begin({ instanceId, userId: user.id }));
    } catch (error) {
      if (!(error instanceof AgentCallError)) throw error;
      return askWho(visit, error.message);
    }
  };
  const end = ({ cookie, session }: Visit): void => {
    if (session !== undefined) people.signOut(session.userId);
    sessions.end(cookie ?? '');
  };

  const showPanel: Route = (visit) => {
    const { session, instance, origins, cookie, request } = visit;
    const user = people.users(instance.id).find(({ id }) => id === session?.userId);
    if (user !== undefined) return html(panelPage(user, region), origins);
    const name = request.query.get('user');
    // A browser whose session has ended is asked again, also when the address names a user.
    return name !== null && cookie === undefined ? signIn(visit, name) : redirect('/login');
  };

  return {
    'GET /ccp-v2': () => redirect('/ccp-v2/'),
    'GET /ccp-v2/': showPanel,
    'GET /login': (visit) => {
      const name = visit.request.query.get('user');
      return name === null ? askWho(visit) : signIn(visit, name);
    },
    'POST /login': (visit) =>
      signIn(visit, new URLSearchParams(visit.request.body.toString()).get('user') ?? ''),
    'POST /login/ticket': ({ request, instance }) => {
      const session = sessions.redeem(request.body.toString(), instance.id);
      if (session === undefined) return json({}, 403);
      return { ...json({}), cookies: [sessionCookie(session)] };
    },
    'GET /logout': (visit) => {
      end(visit);
      return redirect('/login', '');
    },
    'POST /ccp-v2/api/sign-out': (visit) => {
      end(visit);
      return { ...json({}), cookies: [sessionCookie('')] };
    },
  };
}
