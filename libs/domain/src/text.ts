import * as z from 'zod';

/** All but tab, line feed and carriage return; format characters hide text or turn its direction. */
const invisibleCharacters = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** Text as people type it, with control and direction characters taken out and white space trimmed. */
export const cleanText = (value: string): string => value.replace(invisibleCharacters, '').trim();

/** Required text of 1 to `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .check(
      z.overwrite(cleanText),
      z.minLength(1, 'must not be empty'),
      z.maxLength(max, `must be at most ${String(max)} characters`),
    );

/** ISO 8601 with an offset, e.g. `2026-11-21T10:00:00Z`. */
export const instantSchema = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 date and time with an offset',
});
