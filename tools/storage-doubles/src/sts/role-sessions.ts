import { createHash } from 'node:crypto';
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
}

/** The sessions by their access keys. */
export interface RoleSessions {
  /** The same role and session have the same credentials, in every run. */
  open(session: RoleSession): RoleCredentials;
  find(accessKeyId: string): RoleSession | undefined;
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const letters = (digest: Uint8Array): string =>
  [...digest.subarray(0, 16)].map((byte) => base32.charAt(byte % 32)).join('');

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Opens the sessions of the store. */
export const createRoleSessions = (store: StateStore): RoleSessions => {
  const sessions: Collection<RoleSession> = store.collection('sts/sessions');
  return {
    open: ({ roleArn, session }) => {
      const digest = sha256(`${roleArn}/${session}`);
      const accessKeyId = `ASIA${letters(digest)}`;
      if (!sessions.has(accessKeyId)) sessions.set(accessKeyId, { roleArn, session });
      return {
        accessKeyId,
        secretAccessKey: digest.toString('base64'),
        sessionToken: digest.toString('hex'),
      };
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
  return { roleArn: session.roleArn, sessionArn: arn, userId: id };
};
