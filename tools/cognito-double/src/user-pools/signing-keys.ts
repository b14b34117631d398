import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import type { StateStore } from '@atlas-engine/simulation';
import { importJWK, type JSONWebKeySet, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

interface StoredKey {
  readonly kid: string;
  readonly jwk: JsonWebKey;
}

/** One RSA key for each pool, made when it is first needed and kept. */
export interface SigningKeys {
  jwksOf(poolId: string): JSONWebKeySet;
  sign(poolId: string, payload: JWTPayload): Promise<string>;
  /** @throws JOSEError when the token is not of the pool, or has expired */
  verify(
    poolId: string,
    token: string,
    at: { readonly issuer: string; readonly now: number },
  ): Promise<JWTPayload>;
}

const algorithm = 'RS256';

export function createSigningKeys(store: StateStore): SigningKeys {
  const keys = store.collection<StoredKey>('cognito/keys');
  const keyOf = (poolId: string): StoredKey => {
    const found = keys.get(poolId);
    if (found !== undefined) return found;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const made = { kid: randomUUID(), jwk: privateKey.export({ format: 'jwk' }) };
    keys.set(poolId, made);
    return made;
  };
  const publicOf = (poolId: string): JWK => {
    const { kid, jwk } = keyOf(poolId);
    const { e = '', n = '' } = jwk;
    return { alg: algorithm, e, kid, kty: 'RSA', n, use: 'sig' };
  };
  return {
    jwksOf: (poolId) => ({ keys: [publicOf(poolId)] }),
    async sign(poolId, payload) {
      const { kid, jwk } = keyOf(poolId);
      const key = await importJWK(jwk as JWK, algorithm);
      return new SignJWT(payload).setProtectedHeader({ kid, alg: algorithm }).sign(key);
    },
    async verify(poolId, token, { issuer, now }) {
      const key = await importJWK(publicOf(poolId), algorithm);
      const currentDate = new Date(now);
      const { payload } = await jwtVerify(token, key, { issuer, currentDate, algorithms: [algorithm] });
      return payload;
    },
  };
}
