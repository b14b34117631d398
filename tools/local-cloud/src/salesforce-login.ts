import { generateKeyPairSync } from 'node:crypto';
import type { ConnectedApp } from '@atlas-engine/salesforce-double';
import type { StateStore } from '@atlas-engine/simulation';

interface Keys {
  readonly privateKey: string;
  readonly publicKey: string;
}

const clientId = 'atlas-engine-local';
const username = 'atlas@example.com';

/** The connected app of the local org and the secret that fits it; its key is made once and kept. */
export function salesforceLogin(store: StateStore): {
  readonly app: ConnectedApp;
  secretFor(loginUrl: string): string;
} {
  const collection = store.collection<Keys>('host/salesforce-login');
  const keys = collection.get('keys') ?? newKeys();
  collection.set('keys', keys);
  return {
    app: { flow: 'jwt-bearer', clientId, publicKey: keys.publicKey, approvedUsers: [username] },
    secretFor: (loginUrl) =>
      JSON.stringify({
        grantType: 'jwt-bearer',
        loginUrl,
        clientId,
        username,
        privateKey: keys.privateKey,
      }),
  };
}

function newKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privateKey, publicKey };
}
