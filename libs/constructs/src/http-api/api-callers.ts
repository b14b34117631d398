/** Who may call an API: agents with a token of the stage's user pool, or anyone, and then why. */
export type ApiCallers = { readonly kind: 'agents' } | { readonly kind: 'anyone'; readonly reason: string };

/** Agents who are signed in. Their token's claims are in the event, `cognito:username` among them. */
export const agentsOnly: ApiCallers = { kind: 'agents' };

/** Anyone; `reason` says what stands in place of a sign-in. */
export const anyone = (reason: string): ApiCallers => ({ kind: 'anyone', reason });
