/** Waits, in milliseconds of the wall. */
export type Pause = (milliseconds: number) => Promise<void>;

/** How often and how long something is looked at again. */
export interface Patience {
  readonly pause: Pause;
  readonly everyMs: number;
  readonly times: number;
}

/** The first answer that is something, or nothing when patience ends. */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
  { pause, everyMs, times }: Patience,
): Promise<T | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await look();
    if (seen !== undefined || attempt >= times) return seen;
    await pause(everyMs);
  }
}
