/** The password of every user of a local user pool. It opens nothing but a local cloud, and is told at its start. */
export const localPassword = 'Local-Agent-2026!';
