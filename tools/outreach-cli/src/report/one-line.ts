/** Text of others on one line of a terminal: without line ends, escape sequences or characters that turn its direction. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
