import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { invalidParameter } from './secrets-error.ts';

const flag = z.union([z.boolean(), z.stringbool()]).default(false);

/** The members of GetRandomPassword, and of GenerateSecretString in a template. */
export const passwordMembers = {
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().max(4096).default(''),
  ExcludeLowercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  ExcludeUppercase: flag,
  IncludeSpace: flag,
  RequireEachIncludedType: z.union([z.boolean(), z.stringbool()]).default(true),
};

const schema = z.strictObject(passwordMembers);
export type PasswordRules = z.infer<typeof schema>;
export { schema as passwordSchema };

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

const kindsOf = (rules: PasswordRules): readonly string[] => {
  const kinds: readonly (readonly [string, boolean])[] = [
    ['abcdefghijklmnopqrstuvwxyz', !rules.ExcludeLowercase],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', !rules.ExcludeUppercase],
    ['0123456789', !rules.ExcludeNumbers],
    ['!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', !rules.ExcludePunctuation],
    [' ', rules.IncludeSpace],
  ];
  return kinds
    .filter(([, included]) => included)
    .map(([characters]) =>
      Array.from(characters)
        .filter((one) => !rules.ExcludeCharacters.includes(one))
        .join(''),
    )
    .filter((characters) => characters !== '');
};

const shuffled = (characters: readonly string[]): string => {
  const rest = [...characters];
  return Array.from({ length: rest.length }, () => rest.splice(randomInt(rest.length), 1).join('')).join('');
};

/** A random password. @throws AwsError InvalidParameterException when the rules leave no character, or too few places. */
export const randomPassword = (rules: PasswordRules): string => {
  const kinds = kindsOf(rules);
  const required = rules.RequireEachIncludedType ? kinds.map(pick) : [];
  if (kinds.length === 0) throw invalidParameter('The rules exclude every character of the password.');
  if (required.length > rules.PasswordLength)
    throw invalidParameter(
      `PasswordLength: must be at least ${required.length}, one for each included type of character`,
    );
  const all = kinds.join('');
  const others = Array.from({ length: rules.PasswordLength - required.length }, () => pick(all));
  return shuffled([...required, ...others]);
};
