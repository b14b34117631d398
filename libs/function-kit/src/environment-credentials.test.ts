import { ConfigurationError } from './configuration-error.ts';
import {
  credentialsTreatedAsExpired,
  credentialsWillNeedRefresh,
  defaultProvider,
  fromEnvSigningName,
  nodeProvider,
} from './environment-credentials.ts';

const names = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
];
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));

const set = (environment: Record<string, string | undefined>): void => {
  for (const name of names) {
    const value = environment[name];
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
};

afterEach(() => set(before));

describe('the environment credential provider', () => {
  it('gives the credentials of the environment', async () => {
    set({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'key', AWS_SESSION_TOKEN: 'session' });

    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'key',
      sessionToken: 'session',
    });
  });

  it('names the variable that is missing', async () => {
    set({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' });

    await expect(defaultProvider()()).rejects.toThrow(ConfigurationError);
    await expect(defaultProvider()()).rejects.toThrow('AWS_SECRET_ACCESS_KEY is missing');
  });

  it('passes the expiry on', async () => {
    set({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'key',
      AWS_CREDENTIAL_EXPIRATION: '2020-01-01T00:00:00Z',
    });
    const credentials = await defaultProvider()();

    expect(credentials.expiration).toEqual(new Date('2020-01-01T00:00:00Z'));
    expect(credentialsWillNeedRefresh(credentials)).toBe(true);
    expect(credentialsTreatedAsExpired(credentials)).toBe(true);
  });
});

describe('the token providers', () => {
  it.each([fromEnvSigningName, nodeProvider])('refuse by name', async (provider) => {
    await expect(provider()()).rejects.toThrow('bearer tokens are not supported');
  });
});
