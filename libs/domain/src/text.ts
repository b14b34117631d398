import * as z from 'zod';

const controlCharacters =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text as people type it, with control and direction characters taken out and white space trimmed. */
export const cleanText = (value: string): string => value.replace(controlCharacters, '').trim();

/** Required text of 1 to `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(max, `must be at most ${String(max)} characters`),
    );

/** ISO 8601 with an offset, e.g. `2026-11-21T10:00:00Z`. */
export const instantSchema = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 date and time with an offset',
});
