import type { System } from '../kit/system.ts';

interface Clock {
  readonly now: string;
}

/** The time in the system. */
export const clockOf = async (system: System): Promise<Date> =>
  new Date(((await system.admin('GET', 'clock')) as Clock).now);

/** Lets time run faster while something is awaited, then at its own pace again. */
export async function hurrying<Answer>(
  system: System,
  speed: number,
  awaited: () => Promise<Answer>,
): Promise<Answer> {
  await system.admin('PUT', 'clock', { speed });
  try {
    return await awaited();
  } finally {
    await system.admin('PUT', 'clock', { speed: 1 });
  }
}

/** Lets seconds of the system's time pass. */
export async function letPass(system: System, seconds: number): Promise<void> {
  const until = (await clockOf(system)).getTime() + seconds * 1000;
  await hurrying(system, 20, async () => {
    while ((await clockOf(system)).getTime() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}
