import { join } from 'node:path';
import {
  AtlasStack,
  atlasApp,
  originOf,
  permissionsPolicy,
  ssmReference,
  StaticSite,
} from '@atlas-engine/constructs';
import { type ChatConfiguration, endpointsOf } from '@atlas-engine/web-contracts';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names, configuration: stage } = app;
const isLocal = stage.stage === 'local';
const { botId, aliasId } = names.bots.AtlasEngineBot.parameters;
const { allowedParents } = stage.sites.chat;

const configuration: ChatConfiguration = {
  stage: stage.stage,
  region: stage.region,
  endpoints: isLocal ? 'local' : 'aws',
  identityPoolId: ssmReference(names.identity.parameters.identityPoolId),
  bot: { id: ssmReference(botId), aliasId: ssmReference(aliasId) },
  locales: ['en-US', 'es-US'],
  allowedParents,
  voice: true,
  handOff: true,
};
// The local cloud may listen at any port.
const { lex, cognitoIdentity, participant } = endpointsOf(configuration, { origin: '', port: '*' });
/** Where a chat with a person is heard: the library of chats takes no clear-text address but this. */
const chatSocket = isLocal ? 'ws://127.0.0.1:*' : `wss://*.transport.connect.${stage.region}.amazonaws.com`;

const stack = new AtlasStack(app, 'Chat', 'The chat for any page.');
new StaticSite(stack, {
  site: 'Chat',
  assetDirectory: join(import.meta.dirname, 'dist'),
  api: 'StartChatApi',
  configuration,
  // A page to try the chat on, for developers.
  leaveOut: isLocal ? [] : ['demo.html'],
  security: {
    connect: [...[lex, cognitoIdentity, participant].map(originOf), chatSocket],
    frames: isLocal ? ["'self'"] : [],
    ancestors: allowedParents,
    // Pictures of a bot's cards are anywhere; the page loads them without saying where from.
    images: ['https:'],
    permissions: permissionsPolicy({ microphone: '(self)', camera: '()' }),
    loadedByOthers: true,
  },
});

app.synth();
