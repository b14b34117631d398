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
  await pass(system, (await clockOf(system)).getTime() + seconds * 1000, 20);
}

/** Lets the system's time pass to a moment (epoch milliseconds) in a few seconds. */
export async function letPassUntil(system: System, moment: number): Promise<void> {
  const ahead = moment - (await clockOf(system)).getTime();
  if (ahead > 0) await pass(system, moment, Math.max(1, Math.ceil(ahead / 3000)));
}

const pass = (system: System, until: number, speed: number): Promise<void> =>
  hurrying(system, speed, async () => {
    while ((await clockOf(system)).getTime() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  });
