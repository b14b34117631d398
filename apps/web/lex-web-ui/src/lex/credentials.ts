import * as z from 'zod/mini';
import { ChatProblem } from '../problem.ts';
import { type Network, request } from './post.ts';

/** What requests are signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Whose credentials: an identity provider's name in the pool, and its token. */
export interface Login {
  readonly provider: string;
  readonly token: string;
}

/** Gives credentials of a guest or of who is signed in. */
export interface CredentialSource {
  /** Valid for five minutes or more. @throws ChatProblem */
  readonly get: () => Promise<Credentials>;
  /** What was given is no longer taken: the next `get` asks for others. */
  readonly forget: () => void;
  readonly signIn: (login: Login) => void;
}

/** Milliseconds before their end at which credentials are renewed. */
const margin = 5 * 60_000;

const identitySchema = z.object({ IdentityId: z.string() });
const credentialsSchema = z.object({
  Credentials: z.object({
    AccessKeyId: z.string(),
    SecretKey: z.string(),
    SessionToken: z.string(),
    Expiration: z.number(),
  }),
});

interface IdentityPool {
  readonly endpoint: string;
  readonly identityPoolId: string;
  readonly network: Network;
  readonly now: () => number;
}

/**
 * Credentials of a Cognito identity pool, by the enhanced flow (GetId, GetCredentialsForIdentity), renewed before they
 * expire. Two who ask at once share one request.
 */
export function identityPoolCredentials({
  endpoint,
  identityPoolId,
  network,
  now,
}: IdentityPool): CredentialSource {
  let login: Login | undefined;
  let identityId: string | undefined;
  let current: { readonly credentials: Credentials; readonly until: number } | undefined;
  let asked: Promise<Credentials> | undefined;

  const call = async <Schema extends z.ZodMiniType>(
    operation: string,
    input: object,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const Logins = login && { [login.provider]: login.token };
    const answer = await request(network, `${endpoint}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityService.${operation}`,
      },
      body: JSON.stringify({ ...input, Logins }),
    });
    const read = schema.safeParse(await answer.json().catch(() => undefined));
    if (!read.success) throw new ChatProblem('unreadable', operation);
    return read.data;
  };
  const renew = async (): Promise<Credentials> => {
    identityId ??= (await call('GetId', { IdentityPoolId: identityPoolId }, identitySchema)).IdentityId;
    const { Credentials: given } = await call(
      'GetCredentialsForIdentity',
      { IdentityId: identityId },
      credentialsSchema,
    );
    const credentials = {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretKey,
      sessionToken: given.SessionToken,
    };
    current = { credentials, until: given.Expiration * 1000 - margin };
    return credentials;
  };

  return {
    get: () => {
      if (current && now() < current.until) return Promise.resolve(current.credentials);
      asked ??= renew().finally(() => {
        asked = undefined;
      });
      return asked;
    },
    forget: () => {
      current = undefined;
    },
    signIn: (next) => {
      login = next;
      identityId = undefined;
      current = undefined;
    },
  };
}
