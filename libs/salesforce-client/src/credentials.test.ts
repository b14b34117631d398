import { parseSalesforceCredentials } from './credentials.ts';
import { privateKey } from './fixtures/org.ts';

const jwt = {
  grantType: 'jwt-bearer',
  loginUrl: 'https://login.salesforce.com',
  clientId: 'consumer',
  username: 'integration@example.com',
  privateKey,
};
const secret = {
  grantType: 'client-credentials',
  loginUrl: 'https://example.my.salesforce.com',
  clientId: 'consumer',
  clientSecret: 'hush-hush',
};

const problemOf = (value: unknown): string => {
  try {
    parseSalesforceCredentials(typeof value === 'string' ? value : JSON.stringify(value));
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the secret', () => {
  it('holds either flow', () => {
    expect(parseSalesforceCredentials(JSON.stringify(jwt))).toMatchObject({ grantType: 'jwt-bearer' });
    expect(parseSalesforceCredentials(JSON.stringify(secret))).toEqual(secret);
    const local = { ...secret, loginUrl: 'http://127.0.0.1:4566' };
    expect(parseSalesforceCredentials(JSON.stringify(local))).toEqual(local);
  });

  it('may hold the key with written line breaks', () => {
    const stored = { ...jwt, privateKey: privateKey.trim().replaceAll('\n', '\\n') };
    expect(parseSalesforceCredentials(JSON.stringify(stored))).toMatchObject({
      privateKey: privateKey.trim(),
    });
  });

  it.each([
    ['text', 'hush-hush', 'it is no JSON object'],
    ['a list', [], 'secret Invalid input'],
    ['another flow', { ...secret, grantType: 'password' }, 'grantType'],
    ['no client id', { ...secret, clientId: undefined }, 'clientId'],
    ['an empty secret', { ...secret, clientSecret: ' ' }, 'clientSecret must not be empty'],
    [
      'a placeholder',
      { ...secret, clientSecret: 'REPLACE_ME_hush-hush' },
      'clientSecret is still the placeholder',
    ],
    [
      'plain http',
      { ...secret, loginUrl: 'http://hush-hush.example.com' },
      'loginUrl must be an https address',
    ],
    [
      'an address with a path',
      { ...jwt, loginUrl: 'https://example.com/hush-hush' },
      'loginUrl must be an https',
    ],
    [
      'the shared log-in host',
      { ...secret, loginUrl: 'https://login.salesforce.com' },
      'must be the address of the org',
    ],
    [
      'a certificate for a key',
      { ...jwt, privateKey: '-----BEGIN CERTIFICATE-----hush-hush' },
      'privateKey must be an RSA',
    ],
    [
      'a huge value',
      { ...secret, clientSecret: 'hush-hush'.repeat(100) },
      'clientSecret must have at most 512',
    ],
  ])('that is %s is refused by field, never by value', (_case, value, problem) => {
    const shown = problemOf(value);
    expect(shown).toContain('SalesforceAuthError: The Salesforce secret can not be used');
    expect(shown).toContain(problem);
    expect(shown).not.toContain('hush-hush');
  });

  it('names every wrong field at once', () => {
    expect(problemOf({ ...secret, clientId: '', clientSecret: '' })).toMatch(/clientId .*; clientSecret /);
  });
});
