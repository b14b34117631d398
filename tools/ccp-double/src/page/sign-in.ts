/** Messages between the frames of one browser that share a sign-in. */
interface SignInMessage {
  readonly atlasTicket?: string;
  readonly atlasSignedIn?: true;
}

const everyMs = 400;
const { origin } = location;

/**
 * In the window of a sign-in: lets the panel that is embedded in the page which opened it take part. Browsers keep the
 * cookies of embedded pages apart, so that it is handed a ticket.
 */
export function handOverSignIn(onDone: () => void): void {
  const opener = window.opener as Window | null;
  if (opener === null) return;
  void fetch('/ccp-v2/api/ticket', { method: 'POST' })
    .then(async (answer) => (await answer.json()) as { readonly ticket: string })
    .then(({ ticket }) => {
      const timer = setInterval(() => {
        for (let nth = 0; nth < opener.length; nth += 1)
          opener[nth]?.postMessage({ atlasTicket: ticket } satisfies SignInMessage, origin);
      }, everyMs);
      addEventListener('message', (event: MessageEvent<SignInMessage | undefined>) => {
        if (event.origin !== origin || event.data?.atlasSignedIn !== true) return;
        clearInterval(timer);
        onDone();
      });
    });
}

/** In a panel without a session: takes the ticket that a sign-in hands over. */
export function takeSignIn(isNeeded: () => boolean): void {
  let isTaking = false;
  addEventListener('message', (event: MessageEvent<SignInMessage | undefined>) => {
    const ticket = event.data?.atlasTicket;
    if (event.origin !== origin || ticket === undefined) return;
    if (isTaking || !isNeeded()) return;
    isTaking = true;
    void fetch('/login/ticket', { method: 'POST', body: ticket }).then((answer) => {
      isTaking = false;
      if (!answer.ok) return;
      event.source?.postMessage({ atlasSignedIn: true } satisfies SignInMessage, { targetOrigin: origin });
      location.replace('/ccp-v2/');
    });
  });
}
