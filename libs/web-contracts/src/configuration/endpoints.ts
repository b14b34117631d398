import type { ChatConfiguration } from './chat-configuration.ts';
import type { ConsoleConfiguration } from './console-configuration.ts';

/** The part of `window.location` that endpoints depend on. */
export interface PageLocation {
  readonly origin: string;
  /** Empty for the scheme's default port. */
  readonly port: string;
}

/** Every URL that the agent console needs; none ends in a slash but where one is shown. */
export interface ConsoleEndpoints {
  /** Of the page's own API, e.g. `https://console.example.com/api`. */
  readonly api: string;
  /** `…/ccp-v2/`. */
  readonly ccp: string;
  /** The Connect participant service, for the agent's side of a chat. */
  readonly participant: string;
  /** Where the user pool's discovery document is: `authority` of an OIDC client. */
  readonly issuer: string;
  /** Of the hosted pages, e.g. `…/oauth2/authorize`, `…/logout`. */
  readonly signIn: string;
  /** Where the hosted pages send the browser back to, after sign-in and sign-out: `<origin>/`. */
  readonly signedIn: string;
}

/** Every URL that the chat needs; none ends in a slash. */
export interface ChatEndpoints {
  readonly api: string;
  readonly lex: string;
  readonly cognitoIdentity: string;
  readonly participant: string;
}

/**
 * The endpoints of a page by its configuration: those of AWS by region and ids, those of the local cloud by the hosts
 * that it serves on one port.
 *
 * @example endpointsOf(consoleConfigurationSchema.parse(await answer.json()), window.location).ccp
 */
export function endpointsOf(configuration: ConsoleConfiguration, location: PageLocation): ConsoleEndpoints;
export function endpointsOf(configuration: ChatConfiguration, location: PageLocation): ChatEndpoints;
export function endpointsOf(
  configuration: ConsoleConfiguration | ChatConfiguration,
  location: PageLocation,
): ConsoleEndpoints | ChatEndpoints {
  return 'signIn' in configuration
    ? consoleEndpoints(configuration, location)
    : chatEndpoints(configuration, location);
}

type Hosts = (awsHost: string, localHost?: string) => string;

/** Gives the URL of a host of AWS, or of the local host that stands for it. */
function hostsOf({ endpoints, localPort }: ConsoleConfiguration | ChatConfiguration, port: string): Hosts {
  if (endpoints === 'aws') return (awsHost) => `https://${awsHost}`;
  const suffix = localPort === undefined ? port : String(localPort);
  return (_, localHost = 'localhost') => `http://${localHost}${suffix === '' ? '' : `:${suffix}`}`;
}

function consoleEndpoints(configuration: ConsoleConfiguration, location: PageLocation): ConsoleEndpoints {
  const { region, connect, signIn } = configuration;
  const url = hostsOf(configuration, location.port);
  const ownDomain = signIn.domain.includes('.');
  const domain = ownDomain ? signIn.domain : `${signIn.domain}.auth.${region}.amazoncognito.com`;
  const localDomain = ownDomain ? signIn.domain : `${signIn.domain}.auth.${region}.localhost`;
  const pool = signIn.userPoolId;
  return {
    api: `${location.origin}/api`,
    ccp: `${url(`${connect.instanceAlias}.my.connect.aws`, `${connect.instanceAlias}.my.connect.localhost`)}/ccp-v2/`,
    participant: url(`participant.connect.${region}.amazonaws.com`),
    issuer: `${url(`cognito-idp.${region}.amazonaws.com`, `cognito-idp.${region}.localhost`)}/${pool}`,
    signIn: url(domain, localDomain),
    signedIn: `${location.origin}/`,
  };
}

function chatEndpoints(configuration: ChatConfiguration, location: PageLocation): ChatEndpoints {
  const { region } = configuration;
  const url = hostsOf(configuration, location.port);
  return {
    api: `${location.origin}/api`,
    lex: url(`runtime-v2-lex.${region}.amazonaws.com`),
    cognitoIdentity: url(`cognito-identity.${region}.amazonaws.com`),
    participant: url(`participant.connect.${region}.amazonaws.com`),
  };
}
