import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestSite } from './ccp-world.ts';

/** Runs in the page: starts the unmodified library, and writes down what it tells. */
const script = `
const told = [];
const contacts = new Map();
const record = (name) => (value) => { told.push(name); return value; };
window.told = told;
window.contacts = contacts;
window.start = (panelUrl) => {
  connect.getLog().setLogLevel(connect.LogLevel.ERROR);
  connect.core.initCCP(document.getElementById('panel'), {
    ccpUrl: panelUrl + '/ccp-v2/' + (window.user ? '?user=' + window.user : ''),
    region: 'us-east-1',
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
  });
  connect.core.onInitialized(record('core.initialized'));
  connect.core.onAuthFail(record('core.authFail'));
  connect.core.onAccessDenied(record('core.accessDenied'));
  connect.core.getEventBus().subscribe(connect.EventType.TERMINATED, record('core.terminated'));
  connect.agent((agent) => {
    window.agent = agent;
    record('agent.init')();
    for (const on of ['onRoutable', 'onNotRoutable', 'onOffline', 'onError', 'onAfterCallWork', 'onStateChange',
      'onEnqueuedNextState', 'onMuteToggle', 'onWebSocketConnectionLost', 'onWebSocketConnectionGained',
      'onSoftphoneError'])
      agent[on](() => record('agent.' + on)());
  });
  connect.contact((contact) => {
    window.contact = contact;
    for (const on of ['onIncoming', 'onConnecting', 'onAccepted', 'onConnected', 'onMissed', 'onACW', 'onEnded',
      'onError', 'onDestroy'])
      contact[on](() => record('contact.' + on)());
  });
};
/** A call of the library with callbacks, as a promise of its outcome. */
window.outcome = (act) => new Promise((resolve) => {
  act({ success: (data) => resolve({ ok: data ?? null }), failure: (err) => resolve({ failed: String(err) }) });
});
window.state = () => agent.getState().name + '/' + agent.getState().type;
window.parties = () => contact.getConnections().map((each) => each.getStatus().type);
`;

/** A page that embeds the panel with the unmodified library. */
export function embeddingPage(host: string): TestSite {
  const library = createRequire(import.meta.filename).resolve('amazon-connect-streams');
  const page = `<!doctype html><title>Test</title><link rel="icon" href="data:,">
<div id="panel" style="width:300px;height:400px"></div>
<script src="/streams.js"></script><script src="/page.js"></script>`;
  return {
    host,
    pages: {
      '/': { type: 'text/html', body: page },
      '/page.js': { type: 'text/javascript', body: script },
      '/streams.js': { type: 'text/javascript', body: readFileSync(library, 'utf8') },
    },
  };
}
