/** What the server tells a panel. */
export type PanelEvent =
  /** The agent and their contacts as they are now, moments as epoch milliseconds. */
  | { readonly kind: 'update'; readonly snapshot: unknown; readonly configuration: unknown }
  /** A message that goes on to the embedding page as it is. */
  | { readonly kind: 'message'; readonly event: string; readonly data?: unknown }
  | { readonly kind: 'network'; readonly isUp: boolean }
  /** The session is over, or the user may not use the panel. */
  | { readonly kind: 'signed-out'; readonly reason: 'expired' | 'access-denied' };
