import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { SecretDirectory } from './secret-directory.ts';
import { secretId } from './secret-members.ts';
import { invalidParameter, secretsInputErrors } from './secrets-error.ts';

const day = 24 * 60 * 60_000;

const deleteSchema = z.strictObject({
  SecretId: secretId,
  RecoveryWindowInDays: z.number().optional(),
  ForceDeleteWithoutRecovery: z.boolean().default(false),
});
const idSchema = z.strictObject({ SecretId: secretId });

const checkWindow = (days: number | undefined, force: boolean): void => {
  if (days === undefined) return;
  if (force)
    throw invalidParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  if (!Number.isInteger(days) || days < 7 || days > 30)
    throw invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
};

/** Deletes for good; one that is not there counts as deleted. */
const deleteNow = (secrets: SecretDirectory, id: string) => {
  const name = id.startsWith('arn:') ? secrets.find(id).name : id;
  const arn = secrets.get(name)?.arn ?? secrets.arnOf(name);
  secrets.remove(name);
  return { ARN: arn, Name: name, DeletionDate: new Date(secrets.now()) };
};

/** Operations that delete secrets, and bring them back within the recovery window. */
export const deletionOperations = (secrets: SecretDirectory): Readonly<Record<string, Operation>> => ({
  DeleteSecret: (input) => {
    const asked = parseInput(deleteSchema, input, secretsInputErrors);
    checkWindow(asked.RecoveryWindowInDays, asked.ForceDeleteWithoutRecovery);
    if (asked.ForceDeleteWithoutRecovery) return deleteNow(secrets, asked.SecretId);
    const secret = secrets.usable(asked.SecretId);
    const deletedFrom = secrets.now() + (asked.RecoveryWindowInDays ?? 30) * day;
    secrets.save({ ...secret, deletedFrom });
    return { ARN: secret.arn, Name: secret.name, DeletionDate: new Date(deletedFrom) };
  },
  RestoreSecret: (input) => {
    const secret = secrets.find(parseInput(idSchema, input, secretsInputErrors).SecretId);
    const { arn, name } = secrets.save({ ...secret, deletedFrom: undefined });
    return { ARN: arn, Name: name };
  },
});
