import { xmlEscape as escape } from '@atlas-engine/aws-wire';
import type { UserSpec } from '@atlas-engine/connect-double';

const page = (title: string, body: string, more = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ccp-v2/panel.css">
${more}</head>
<body>
<main>
${body}
</main>
<script type="module" src="/ccp-v2/panel.js"></script>
</body>
</html>
`;

const nameOf = ({ firstName, lastName, userName }: UserSpec): string =>
  [firstName, lastName].filter((part) => part !== undefined).join(' ') || userName;

/** Asks which user of the instance signs in. */
export function loginPage(alias: string, users: readonly UserSpec[], problem?: string): string {
  const choices = users.map(
    (user) =>
      `<button name="user" value="${escape(user.userName)}">${escape(nameOf(user))} <small>${escape(user.userName)}</small></button>`,
  );
  const list =
    choices.length === 0
      ? '<p>The instance has no users yet.</p>'
      : `<form method="post" action="/login">${choices.join('\n')}</form>`;
  const alert = problem === undefined ? '' : `<p role="alert">${escape(problem)}</p>`;
  return page(
    'Sign in',
    `<h1>Amazon Connect <small>simulated</small></h1>\n${alert}<p>Who signs in to ${escape(alias)}?</p>\n${list}`,
  );
}

/** The panel of somebody who is signed in. */
export const panelPage = (user: UserSpec, region: string): string =>
  page(
    'Contact Control Panel',
    `<h1>Amazon Connect <small>simulated</small></h1>
<p><strong>${escape(nameOf(user))}</strong> is signed in.</p>
<p>State: <output id="state">…</output></p>
<ul id="contacts"></ul>
<p id="note"></p>
<p><a href="/logout">Sign out</a></p>`,
    `<meta name="atlas-user" content="${escape(user.userName)}">\n<meta name="atlas-region" content="${escape(region)}">\n`,
  );

export const styles = `:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 24rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.1rem; }
small { opacity: 0.75; font-weight: normal; }
form { display: grid; gap: 0.5rem; }
button { font: inherit; padding: 0.5rem; text-align: left; }
`;
