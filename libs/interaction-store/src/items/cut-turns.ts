import type { Turn } from '@atlas-engine/domain';

/** DynamoDB refuses items above 400 KB; attribute names count too. */
export const transcriptLimit = 300 * 1024;

/** As many turns from the start as fit. */
export function cutTurns(turns: readonly Turn[]): {
  readonly turns: readonly Turn[];
  readonly truncated: boolean;
} {
  let bytes = 0;
  const fits = turns.findIndex((turn) => {
    bytes += Buffer.byteLength(JSON.stringify(turn), 'utf8');
    return bytes > transcriptLimit;
  });
  return fits === -1 ? { turns, truncated: false } : { turns: turns.slice(0, fits), truncated: true };
}
