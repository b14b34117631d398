import { isNamed } from './explain.ts';

/** What was asked for, or nothing when the answer is an error of that name. */
export async function unless<T>(name: string, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isNamed(error, name)) return undefined;
    throw error;
  }
}
