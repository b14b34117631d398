import { AwsError } from '@atlas-engine/aws-wire';
import { type Collection, deterministicUuid, type StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { type Definition, type PoolPart, poolParts, shapes } from './definitions.ts';

type Collections = { readonly [K in PoolPart]: Collection<Definition<K>> };

/** A client with its id. */
export interface Client extends Definition<'UserPoolClient'> {
  readonly id: string;
}

/** Somebody who can sign in. */
export interface User {
  readonly poolId: string;
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The user pools of the account, part by part, as templates define them. */
export interface PoolDirectory {
  /** @throws AwsError InvalidParameterException naming what is wrong with the properties */
  readonly put: (part: PoolPart, id: string, properties: unknown) => void;
  /** A pool goes with its users. */
  readonly remove: (part: PoolPart, id: string) => void;
  hasPool(poolId: string): boolean;
  client(clientId: string): Client | undefined;
  /** The pool of a domain's prefix. */
  poolOfDomain(prefix: string): string | undefined;
  domainOf(poolId: string): string | undefined;
  /** By name, in any case unless the pool is strict about it. */
  user(poolId: string, username: string): User | undefined;
  domains(): readonly string[];
  users(): readonly User[];
}

const userOf = ({
  UserPoolId: poolId,
  Username: username,
  UserAttributes,
}: Definition<'UserPoolUser'>): User => ({
  poolId,
  username,
  sub: deterministicUuid('cognito', poolId, username),
  attributes: Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])),
});

export function createPoolDirectory(store: StateStore): PoolDirectory {
  const kept = Object.fromEntries(
    poolParts.map((part) => [part, store.collection(`cognito/${part.toLowerCase()}`)]),
  ) as Collections;

  const check = (part: PoolPart, id: string, definition: Definition<PoolPart>): void => {
    if ('UserPoolId' in definition && !kept.UserPool.has(definition.UserPoolId))
      throw new AwsError('ResourceNotFoundException', `User pool ${definition.UserPoolId} does not exist.`);
    if (!('Domain' in definition)) return;
    const taken = [...kept.UserPoolDomain.entries()].some(
      ([other, { Domain }]) => other !== id && Domain === definition.Domain,
    );
    if (taken)
      throw new AwsError('InvalidParameterException', 'Domain already associated with another user pool.');
  };
  const users = (): readonly User[] => [...kept.UserPoolUser.values()].map(userOf);

  return {
    put(part, id, properties) {
      const parsed = shapes[part].safeParse(properties);
      if (!parsed.success)
        throw new AwsError('InvalidParameterException', `${part}: ${z.prettifyError(parsed.error)}`);
      check(part, id, parsed.data);
      const collection = kept[part] as Collection<unknown>;
      collection.set(id, parsed.data);
    },
    remove(part, id) {
      kept[part].delete(id);
      if (part !== 'UserPool') return;
      for (const [key, { UserPoolId }] of [...kept.UserPoolUser.entries()])
        if (UserPoolId === id) kept.UserPoolUser.delete(key);
    },
    hasPool: (poolId) => kept.UserPool.has(poolId),
    client(id) {
      const found = kept.UserPoolClient.get(id);
      return found && { ...found, id };
    },
    poolOfDomain: (prefix) =>
      [...kept.UserPoolDomain.values()].find(({ Domain }) => Domain === prefix)?.UserPoolId,
    domainOf: (poolId) =>
      [...kept.UserPoolDomain.values()].find(({ UserPoolId }) => UserPoolId === poolId)?.Domain,
    user(poolId, username) {
      const strict = kept.UserPool.get(poolId)?.UsernameConfiguration?.CaseSensitive === true;
      const folded = (name: string): string => (strict ? name : name.toLowerCase());
      return users().find((user) => user.poolId === poolId && folded(user.username) === folded(username));
    },
    domains: () => [...kept.UserPoolDomain.values()].map(({ Domain }) => Domain),
    users,
  };
}
