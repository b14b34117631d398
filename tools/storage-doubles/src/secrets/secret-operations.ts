import type { Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { Secret } from './secret.ts';
import type { SecretDirectory } from './secret-directory.ts';
import {
  descriptionMember,
  secretId,
  secretName,
  tagsMember,
  tagsOf,
  tokenMember,
  valueMember,
} from './secret-members.ts';
import { passwordSchema, randomPassword } from './random-password.ts';
import { invalidRequest, secretExists, secretsInputErrors } from './secrets-error.ts';

const changeable = {
  ClientRequestToken: tokenMember.optional(),
  Description: descriptionMember.optional(),
  KmsKeyId: z.string().max(2048).optional(),
  SecretString: valueMember.optional(),
};
const createSchema = z.strictObject({ ...changeable, Name: secretName, Tags: tagsMember.default([]) });
const updateSchema = z.strictObject({ ...changeable, SecretId: secretId });
const idSchema = z.strictObject({ SecretId: secretId });
const tagSchema = z.strictObject({ SecretId: secretId, Tags: tagsMember });
const untagSchema = z.strictObject({ SecretId: secretId, TagKeys: z.array(z.string()).max(50) });

type CreateRequest = z.infer<typeof createSchema>;

/** The secret that is there already, if the same call has made it; a caller that lost the answer asks again. */
const knownSecret = (secrets: SecretDirectory, asked: CreateRequest): Secret | undefined => {
  const known = secrets.get(asked.Name);
  if (known === undefined) return undefined;
  if (known.deletedFrom !== undefined)
    throw invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  const version = known.versions.find(({ id }) => id === asked.ClientRequestToken);
  if (version !== undefined && version.value === asked.SecretString) return known;
  throw secretExists(`The operation failed because the secret ${asked.Name} already exists.`);
};

const createSecret = (secrets: SecretDirectory, asked: CreateRequest) => {
  const { SecretString: value, ClientRequestToken: id } = asked;
  const known = knownSecret(secrets, asked);
  const secret =
    known ??
    secrets.create({
      name: asked.Name,
      description: asked.Description,
      kmsKeyId: asked.KmsKeyId,
      tags: tagsOf(asked.Tags),
    });
  const names = { ARN: secret.arn, Name: secret.name };
  if (value === undefined) return names;
  return { ...names, VersionId: secrets.put(secret, { value, id }).versionId };
};

const describe = (secret: Secret) => ({
  ARN: secret.arn,
  Name: secret.name,
  Description: secret.description,
  KmsKeyId: secret.kmsKeyId,
  CreatedDate: new Date(secret.createdAt),
  LastChangedDate: new Date(secret.changedAt),
  DeletedDate: secret.deletedFrom === undefined ? undefined : new Date(secret.deletedFrom),
  Tags: Object.entries(secret.tags).map(([Key, Value]) => ({ Key, Value })),
});

/** Stages by version, of the versions that have any. */
export const stagesByVersion = ({ versions }: Secret): Record<string, readonly string[]> =>
  Object.fromEntries(
    versions.filter(({ stages }) => stages.length > 0).map(({ id, stages }) => [id, stages]),
  );

/** A secret as lists show it. */
export const listView = (secret: Secret) => ({
  ...describe(secret),
  SecretVersionsToStages: stagesByVersion(secret),
});

/** Operations on secrets as such. */
export const secretOperations = (secrets: SecretDirectory): Readonly<Record<string, Operation>> => ({
  CreateSecret: (input) => createSecret(secrets, parseInput(createSchema, input, secretsInputErrors)),
  UpdateSecret: (input) => {
    const asked = parseInput(updateSchema, input, secretsInputErrors);
    const before = secrets.usable(asked.SecretId);
    const secret = secrets.save({
      ...before,
      description: asked.Description ?? before.description,
      kmsKeyId: asked.KmsKeyId ?? before.kmsKeyId,
      changedAt: secrets.now(),
    });
    const names = { ARN: secret.arn, Name: secret.name };
    if (asked.SecretString === undefined) return names;
    const { versionId } = secrets.put(secret, { value: asked.SecretString, id: asked.ClientRequestToken });
    return { ...names, VersionId: versionId };
  },
  DescribeSecret: (input) => {
    const secret = secrets.find(parseInput(idSchema, input, secretsInputErrors).SecretId);
    return { ...describe(secret), VersionIdsToStages: stagesByVersion(secret) };
  },
  TagResource: (input) => {
    const asked = parseInput(tagSchema, input, secretsInputErrors);
    const secret = secrets.usable(asked.SecretId);
    secrets.save({ ...secret, tags: { ...secret.tags, ...tagsOf(asked.Tags) } });
    return {};
  },
  UntagResource: (input) => {
    const asked = parseInput(untagSchema, input, secretsInputErrors);
    const secret = secrets.usable(asked.SecretId);
    const tags = Object.entries(secret.tags).filter(([key]) => !asked.TagKeys.includes(key));
    secrets.save({ ...secret, tags: Object.fromEntries(tags) });
    return {};
  },
  GetRandomPassword: (input) => ({
    RandomPassword: randomPassword(parseInput(passwordSchema, input, secretsInputErrors)),
  }),
});
