import { type ChatConfiguration, type ChatEndpoints, endpointsOf } from '@atlas-engine/web-contracts';
import { browserClock } from '../conversation/clock.ts';
import { type CredentialSource, identityPoolCredentials } from '../lex/credentials.ts';
import { createLexClient, type LexClient } from '../lex/lex-client.ts';
import { browserNetwork, type Network } from '../lex/post.ts';

/** What the chat talks to. */
export interface Services {
  readonly endpoints: ChatEndpoints;
  readonly network: Network;
  readonly credentials: CredentialSource;
  readonly lex: LexClient;
}

/** The services that a configuration names, from the page's address. */
export function createServices(settings: ChatConfiguration, location: Location): Services {
  const endpoints = endpointsOf(settings, location);
  const network = browserNetwork;
  const credentials = identityPoolCredentials({
    endpoint: endpoints.cognitoIdentity,
    identityPoolId: settings.identityPoolId,
    network,
    now: browserClock.now,
  });
  const { region, bot } = settings;
  const lex = createLexClient({ endpoint: endpoints.lex, region, bot, credentials, network });
  return { endpoints, network, credentials, lex };
}
