import { chatConfigurationSchema } from './chat-configuration.ts';
import { consoleConfigurationSchema } from './console-configuration.ts';
import { endpointsOf } from './endpoints.ts';
import { aChatConfiguration, aConsoleConfiguration } from '../fixtures/configurations.ts';

const hosted = { origin: 'https://console.example.com', port: '' };
const local = { origin: 'http://console.localhost:4566', port: '4566' };
const vite = { origin: 'http://localhost:4200', port: '4200' };

const consoleOf = (change: Record<string, unknown> = {}) =>
  consoleConfigurationSchema.parse({ ...aConsoleConfiguration, ...change });
const chatOf = (change: Record<string, unknown> = {}) =>
  chatConfigurationSchema.parse({ ...aChatConfiguration, ...change });

describe('endpoints of the console', () => {
  it('are those of AWS by region and ids', () => {
    expect(endpointsOf(consoleOf(), hosted)).toEqual({
      api: 'https://console.example.com/api',
      ccp: 'https://atlas-prod.my.connect.aws/ccp-v2/',
      participant: 'https://participant.connect.us-east-1.amazonaws.com',
      issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab12Cd34E',
      signIn: 'https://atlas-prod.auth.us-east-1.amazoncognito.com',
      signedIn: 'https://console.example.com/',
    });
  });

  it('are the hosts of the local cloud on the port of the page', () => {
    expect(endpointsOf(consoleOf({ endpoints: 'local' }), local)).toEqual({
      api: 'http://console.localhost:4566/api',
      ccp: 'http://atlas-prod.my.connect.localhost:4566/ccp-v2/',
      participant: 'http://localhost:4566',
      issuer: 'http://cognito-idp.us-east-1.localhost:4566/us-east-1_Ab12Cd34E',
      signIn: 'http://atlas-prod.auth.us-east-1.localhost:4566',
      signedIn: 'http://console.localhost:4566/',
    });
  });

  it('are on the port that the configuration names when another server gives the page', () => {
    const { ccp, api } = endpointsOf(consoleOf({ endpoints: 'local', localPort: 4566 }), vite);
    expect(ccp).toBe('http://atlas-prod.my.connect.localhost:4566/ccp-v2/');
    expect(api).toBe('http://localhost:4200/api');
  });

  it('take a sign-in domain of its own as it is', () => {
    const signIn = { ...aConsoleConfiguration.signIn, domain: 'sign-in.example.com' };
    expect(endpointsOf(consoleOf({ signIn }), hosted).signIn).toBe('https://sign-in.example.com');
  });
});

describe('endpoints of the chat', () => {
  it('are those of AWS by region', () => {
    expect(endpointsOf(chatOf(), { ...hosted, origin: 'https://chat.example.com' })).toEqual({
      api: 'https://chat.example.com/api',
      lex: 'https://runtime-v2-lex.us-east-1.amazonaws.com',
      cognitoIdentity: 'https://cognito-identity.us-east-1.amazonaws.com',
      participant: 'https://participant.connect.us-east-1.amazonaws.com',
    });
  });

  it('are the one port of the local cloud', () => {
    const { lex, cognitoIdentity, participant } = endpointsOf(chatOf({ endpoints: 'local' }), local);
    expect([lex, cognitoIdentity, participant]).toEqual(Array(3).fill('http://localhost:4566'));
  });

  it('have no port where the page has none', () => {
    expect(endpointsOf(chatOf({ endpoints: 'local' }), { ...local, port: '' }).lex).toBe('http://localhost');
  });
});
