import { createHash } from 'node:crypto';
import { xmlEscape, type WireResponse } from '@atlas-engine/aws-wire';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; background: light-dark(#f3f4f6, #14171c); color: light-dark(#1a1d21, #e8eaed); }
main { inline-size: min(24rem, 100% - 2rem); box-sizing: border-box; padding: 2rem; border-radius: .75rem; background: light-dark(#fff, #1f242b); box-shadow: 0 1px 4px #0004; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; }
label { display: block; margin-block: 1rem .25rem; font-weight: 600; }
input, button { box-sizing: border-box; inline-size: 100%; font: inherit; padding: .625rem .75rem; border-radius: .375rem; border: 1px solid light-dark(#6b7280, #9aa3af); }
button { margin-block-start: 1.5rem; border: 0; background: #0b5cad; color: #fff; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#0b5cad, #7ab8ff); outline-offset: 2px; }
.problem { padding: .5rem .75rem; border-inline-start: 4px solid #c62828; background: light-dark(#fdecea, #3a1d1d); }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

const page = (title: string, content: string): WireResponse => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${xmlEscape(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`,
});

/** What the sign-in page shows. */
export interface SignInForm {
  /** Where the form goes: the page itself, with the parameters of the request. */
  readonly action: string;
  /** Repeated from a cookie, so that no other page can post the form. */
  readonly token: string;
  readonly username?: string;
  readonly problem?: string;
}

/** The sign-in page of the local cloud. It says what it is. */
export const signInPage = ({ action, token, username = '', problem }: SignInForm): WireResponse =>
  page(
    'Sign in – local cloud',
    `<h1>Sign in</h1>
<p>This is the sign-in page of the local cloud. Its start-up message tells the users and their password.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${xmlEscape(problem)}</p>`}
<form method="post" action="${xmlEscape(action)}">
<input type="hidden" name="_csrf" value="${xmlEscape(token)}">
<label for="username">User name</label>
<input id="username" name="username" value="${xmlEscape(username)}" autocomplete="username" autocapitalize="none" spellcheck="false" required${username === '' ? ' autofocus' : ''}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${username === '' ? '' : ' autofocus'}>
<button>Sign in</button>
</form>`,
  );

/** The page for a request that names no client or address that could be told. */
export const errorPage = (error: string): WireResponse =>
  page(
    'Sign-in is not possible – local cloud',
    `<h1>Sign-in is not possible</h1>
<p class="problem" role="alert">${xmlEscape(error)}</p>
<p>The page that sent you here asked for something that its client does not have: see the callback addresses of the user pool's client.</p>`,
  );
