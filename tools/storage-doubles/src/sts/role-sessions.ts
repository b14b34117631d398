import { createHash, randomBytes } from 'node:crypto';
import type { Collection, StateStore } from '@atlas-engine/simulation';

/** Credentials that stand for a role. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** A role that somebody has assumed. */
export interface RoleSession {
  readonly roleArn: string;
  readonly session: string;
  /** Epoch milliseconds from which its keys are refused; without it they last. */
  readonly expiresAt?: number;
}

/** The sessions by their access keys. */
export interface RoleSessions {
  /** The same role and session have the same credentials, in every run. */
  open(session: RoleSession): RoleCredentials;
  /** Credentials of their own for each time that they are asked for. */
  issue(session: RoleSession & { readonly expiresAt: number }): RoleCredentials;
  find(accessKeyId: string): RoleSession | undefined;
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const letters = (digest: Uint8Array): string =>
  [...digest.subarray(0, 16)].map((byte) => base32.charAt(byte % 32)).join('');

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const credentialsFrom = (secret: Buffer): RoleCredentials => ({
  accessKeyId: `ASIA${letters(secret)}`,
  secretAccessKey: secret.toString('base64'),
  sessionToken: secret.toString('hex'),
});

/** Opens the sessions of the store. */
export const createRoleSessions = (store: StateStore): RoleSessions => {
  const sessions: Collection<RoleSession> = store.collection('sts/sessions');
  return {
    open: ({ roleArn, session }) => {
      const credentials = credentialsFrom(sha256(`${roleArn}/${session}`));
      const { accessKeyId } = credentials;
      if (!sessions.has(accessKeyId)) sessions.set(accessKeyId, { roleArn, session });
      return credentials;
    },
    issue: (session) => {
      const credentials = credentialsFrom(randomBytes(32));
      sessions.set(credentials.accessKeyId, session);
      return credentials;
    },
    find: (accessKeyId) => sessions.get(accessKeyId),
  };
};

/** A role in use, as policies and messages name it. */
export interface RoleCaller {
  readonly roleArn: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` */
  readonly sessionArn: string;
  readonly userId: string;
  /** Epoch milliseconds from which the keys are refused. */
  readonly expiresAt?: number;
}

/** How STS names the user of a session. */
export const assumedRole = ({ roleArn, session }: RoleSession) => {
  const [, partition = 'aws', , , account = ''] = roleArn.split(':');
  const role = roleArn.split('/').at(-1) ?? '';
  return {
    account,
    id: `AROA${letters(sha256(roleArn))}:${session}`,
    arn: `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`,
  };
};

/** Who acts in a session. */
export const roleCaller = (session: RoleSession): RoleCaller => {
  const { id, arn } = assumedRole(session);
  const { roleArn, expiresAt } = session;
  return { roleArn, sessionArn: arn, userId: id, ...(expiresAt !== undefined && { expiresAt }) };
};
