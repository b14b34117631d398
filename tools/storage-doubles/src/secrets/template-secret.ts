import { createHash } from 'node:crypto';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { passwordMembers, randomPassword, type PasswordRules } from './random-password.ts';
import type { SecretDescription } from './secret-directory.ts';
import { descriptionMember, secretName, tagsMember, tagsOf, valueMember } from './secret-members.ts';
import { invalidParameter, secretsInputErrors } from './secrets-error.ts';

const generateSchema = z.strictObject({
  ...passwordMembers,
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

const schema = z
  .strictObject({
    Name: secretName,
    Description: descriptionMember.optional(),
    KmsKeyId: z.string().optional(),
    SecretString: valueMember.optional(),
    GenerateSecretString: generateSchema.optional(),
    Tags: tagsMember.default([]),
  })
  .refine((secret) => secret.SecretString === undefined || secret.GenerateSecretString === undefined, {
    message: 'SecretString and GenerateSecretString exclude each other',
  });

/** What a template asks for. */
export interface TemplateSecret {
  readonly description: SecretDescription & { readonly template: string };
  /** Makes the value, anew each time when it is random; undefined for a secret without one. */
  value(): string | undefined;
}

const parsed = (template: string): Record<string, unknown> => {
  const refusal = invalidParameter('SecretStringTemplate: must be a JSON object');
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(template));
  } catch {
    throw refusal;
  }
};

const generated = ({
  SecretStringTemplate: template,
  GenerateStringKey: key,
  ...rules
}: z.infer<typeof generateSchema>): string => {
  const password = randomPassword(rules satisfies PasswordRules);
  if (template === undefined && key === undefined) return password;
  if (template !== undefined && key !== undefined)
    return JSON.stringify({ ...parsed(template), [key]: password });
  throw invalidParameter('SecretStringTemplate and GenerateStringKey go together');
};

const digestOf = (value: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Reads the Properties of an AWS::SecretsManager::Secret. @throws AwsError that names the property */
export const secretFromTemplate = (properties: unknown): TemplateSecret => {
  const read = parseInput(schema, properties, secretsInputErrors);
  const { Name, Description, KmsKeyId, SecretString, GenerateSecretString, Tags } = read;
  return {
    description: {
      name: Name,
      description: Description,
      kmsKeyId: KmsKeyId,
      tags: tagsOf(Tags),
      template: digestOf([SecretString, GenerateSecretString]),
    },
    value: () => (GenerateSecretString === undefined ? SecretString : generated(GenerateSecretString)),
  };
};
