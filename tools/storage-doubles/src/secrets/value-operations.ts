import { AwsError, type Operation } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import type { Secret, SecretVersion } from './secret.ts';
import type { SecretDirectory } from './secret-directory.ts';
import { secretId, stageMember, tokenMember, valueMember } from './secret-members.ts';
import { invalidParameter, invalidRequest, secretNotFound, secretsInputErrors } from './secrets-error.ts';
import { currentStage, moveStages, removeStage } from './version-stages.ts';

const getSchema = z.strictObject({
  SecretId: secretId,
  VersionId: tokenMember.optional(),
  VersionStage: stageMember.optional(),
});
const putSchema = z.strictObject({
  SecretId: secretId,
  ClientRequestToken: tokenMember.optional(),
  SecretString: valueMember,
  VersionStages: z.array(stageMember).min(1).max(20).optional(),
});
const moveSchema = z.strictObject({
  SecretId: secretId,
  VersionStage: stageMember,
  RemoveFromVersionId: tokenMember.optional(),
  MoveToVersionId: tokenMember.optional(),
});
const batchSchema = z.strictObject({ SecretIdList: z.array(secretId).min(1).max(20) });

/** The version that has a stage. @throws AwsError ResourceNotFoundException */
export const versionAt = (secret: Secret, stage = currentStage): SecretVersion => {
  const version = secret.versions.find(({ stages }) => stages.includes(stage));
  if (version === undefined) throw secretNotFound(`secret value for staging label: ${stage}`);
  return version;
};

const versionById = (secret: Secret, id: string): SecretVersion => {
  const version = secret.versions.find((candidate) => candidate.id === id);
  if (version === undefined) throw secretNotFound(`secret value for VersionId: ${id}`);
  return version;
};

const wantedVersion = (secret: Secret, id: string | undefined, stage: string | undefined): SecretVersion => {
  if (id === undefined) return versionAt(secret, stage);
  const version = versionById(secret, id);
  if (stage === undefined || version.stages.includes(stage)) return version;
  throw invalidRequest('You provided a VersionStage that is not associated to the provided VersionId.');
};

const valueView = ({ arn, name }: Secret, { id, value, stages, createdAt }: SecretVersion) => ({
  ARN: arn,
  Name: name,
  VersionId: id,
  SecretString: value,
  VersionStages: stages,
  CreatedDate: new Date(createdAt),
});

const moveStage = (secret: Secret, asked: z.infer<typeof moveSchema>): Secret => {
  const { VersionStage: stage, RemoveFromVersionId: from, MoveToVersionId: to } = asked;
  const holder = secret.versions.find(({ stages }) => stages.includes(stage))?.id;
  if (holder !== from && holder !== to)
    throw invalidParameter(
      `The parameter RemoveFromVersionId must be ${holder ?? 'absent'}: that is the version which staging label ${stage} is attached to.`,
    );
  if (to !== undefined)
    return { ...secret, versions: moveStages(secret.versions, versionById(secret, to).id, [stage]) };
  if (stage === currentStage)
    throw invalidParameter(
      `You can only move staging label ${currentStage} to a different secret version. It can't be completely removed.`,
    );
  return { ...secret, versions: removeStage(secret.versions, stage) };
};

const oneOfMany = (secrets: SecretDirectory, id: string) => {
  try {
    const secret = secrets.usable(id);
    return valueView(secret, versionAt(secret));
  } catch (error) {
    if (error instanceof AwsError) return { SecretId: id, ErrorCode: error.code, Message: error.message };
    throw error;
  }
};

/** Operations on the values of secrets. */
export const valueOperations = (secrets: SecretDirectory): Readonly<Record<string, Operation>> => ({
  GetSecretValue: (input) => {
    const asked = parseInput(getSchema, input, secretsInputErrors);
    const secret = secrets.usable(asked.SecretId);
    return valueView(secret, wantedVersion(secret, asked.VersionId, asked.VersionStage));
  },
  BatchGetSecretValue: (input) => {
    const { SecretIdList } = parseInput(batchSchema, input, secretsInputErrors);
    const answers = SecretIdList.map((id) => oneOfMany(secrets, id));
    return {
      SecretValues: answers.filter((answer) => 'SecretString' in answer),
      Errors: answers.filter((answer) => 'ErrorCode' in answer),
    };
  },
  PutSecretValue: (input) => {
    const asked = parseInput(putSchema, input, secretsInputErrors);
    const { secret, versionId } = secrets.put(secrets.usable(asked.SecretId), {
      value: asked.SecretString,
      id: asked.ClientRequestToken,
      stages: asked.VersionStages,
    });
    const { stages } = versionById(secret, versionId);
    return { ARN: secret.arn, Name: secret.name, VersionId: versionId, VersionStages: stages };
  },
  UpdateSecretVersionStage: (input) => {
    const asked = parseInput(moveSchema, input, secretsInputErrors);
    const { arn, name } = secrets.save(moveStage(secrets.usable(asked.SecretId), asked));
    return { ARN: arn, Name: name };
  },
});
