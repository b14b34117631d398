import { unescapeOne } from './tokens.ts';

const wildcards: Readonly<Record<string, string>> = { '%': '[^]*', _: '[^]' };

const literally = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The test that a LIKE literal stands for: `%` any text, `_` one character, both plain behind a backslash; no case. */
export function likePattern(raw: string): RegExp {
  const source = raw.replace(/\\(u[0-9A-Fa-f]{4}|.)|([^\\])/gs, (_all, escape?: string, plain?: string) =>
    escape === undefined
      ? (wildcards[plain ?? ''] ?? literally(plain ?? ''))
      : literally(unescapeOne(escape)),
  );
  return new RegExp(`^${source}$`, 'i');
}
