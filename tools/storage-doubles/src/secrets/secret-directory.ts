import { randomInt, randomUUID } from 'node:crypto';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Secret } from './secret.ts';
import { invalidRequest, secretNotFound } from './secrets-error.ts';
import { addVersion, currentStage } from './version-stages.ts';

/** What Secrets Manager is made of. */
export interface SecretsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
}

/** What a new secret is besides its value. */
export type SecretDescription = Pick<Secret, 'name'> &
  Partial<Pick<Secret, 'description' | 'kmsKeyId' | 'tags' | 'template'>>;

/** A value for a new version. */
export interface NewValue {
  readonly value: string;
  /** The version's id; random when absent. */
  readonly id?: string | undefined;
  readonly stages?: readonly string[] | undefined;
}

/** The secrets, which outlive the process. */
export interface SecretDirectory {
  /** Undefined when there is none, or it has gone for good. */
  get(name: string): Secret | undefined;
  /** By name, ARN, or ARN without its random end; also one that is marked for deletion. */
  search(id: string): Secret | undefined;
  /** As `search`. @throws AwsError ResourceNotFoundException */
  find(id: string): Secret;
  /** As `find`, but @throws AwsError InvalidRequestException for one that is marked for deletion. */
  usable(id: string): Secret;
  create(description: SecretDescription): Secret;
  /** Adds a version and gives the secret with it. @throws AwsError ResourceExistsException */
  put(secret: Secret, value: NewValue): { readonly secret: Secret; readonly versionId: string };
  save(secret: Secret): Secret;
  remove(name: string): void;
  all(): readonly Secret[];
  arnOf(name: string): string;
  now(): number;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomEnd = (): string =>
  Array.from({ length: 6 }, () => letters.charAt(randomInt(letters.length))).join('');

/** Opens the secrets of the store. */
export const createSecretDirectory = (options: SecretsOptions): SecretDirectory => {
  const { clock, region, accountId } = options;
  const secrets = options.store.collection<Secret>('secretsmanager/secrets');
  const prefix = `arn:aws:secretsmanager:${region}:${accountId}:secret:`;
  const now = (): number => clock.now();

  const get = (name: string): Secret | undefined => {
    const secret = secrets.get(name);
    if ((secret?.deletedFrom ?? Infinity) > now()) return secret;
    secrets.delete(name);
    return undefined;
  };
  const byArn = (arn: string): Secret | undefined => {
    if (!arn.startsWith(prefix)) return undefined;
    const end = arn.slice(prefix.length);
    const whole = get(end.replace(/-[A-Za-z0-9]{6}$/, ''));
    return whole?.arn === arn ? whole : get(end);
  };
  const search = (id: string): Secret | undefined => (id.startsWith('arn:') ? byArn(id) : get(id));
  const find = (id: string): Secret => {
    const secret = search(id);
    if (secret === undefined) throw secretNotFound();
    return secret;
  };
  const save = (secret: Secret): Secret => {
    secrets.set(secret.name, secret);
    return secret;
  };

  return {
    get,
    search,
    find,
    usable: (id) => {
      const secret = find(id);
      if (secret.deletedFrom === undefined) return secret;
      throw invalidRequest(
        "You can't perform this operation on the secret because it was marked for deletion.",
      );
    },
    create: (description) =>
      save({
        tags: {},
        ...description,
        arn: `${prefix}${description.name}-${randomEnd()}`,
        createdAt: now(),
        changedAt: now(),
        versions: [],
      }),
    put: (secret, { value, id = randomUUID(), stages = [currentStage] }) => {
      const versions = addVersion(secret.versions, { id, value, stages, createdAt: now() });
      return { secret: save({ ...secret, versions, changedAt: now() }), versionId: id };
    },
    save,
    remove: (name) => void secrets.delete(name),
    all: () => [...secrets.keys()].flatMap((name) => get(name) ?? []),
    arnOf: (name) => `${prefix}${name}-${randomEnd()}`,
    now,
  };
};
