/** Runs in every page before its own scripts: notes when the console shows the agent's state, and when an offer is painted. */
export const observer = `
(() => {
  if (location.hostname !== 'console.localhost') return;
  const seen = (window.atlasSeen = { ready: undefined, offers: [], update: undefined });
  let offeredAt;
  window.addEventListener('message', ({ data }) => {
    if (data?.event !== 'agent::update') return;
    seen.update = data.data;
    if (data.data.snapshot.contacts.some(({ state }) => state.type === 'connecting')) offeredAt ??= performance.now();
  });
  new MutationObserver(() => {
    if (seen.ready === undefined && document.querySelector('.state-button')) seen.ready = performance.now();
    if (offeredAt === undefined || !document.querySelector('.offer .button.success')) return;
    const since = offeredAt;
    offeredAt = undefined;
    requestAnimationFrame(() => setTimeout(() => seen.offers.push(performance.now() - since)));
  }).observe(document, { childList: true, subtree: true });
})();`;

/** Scripts that are loaded by now, by the path of each. */
export const loadedScripts = `
performance.getEntriesByType('resource')
  .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= window.atlasSeen.ready)
  .map(({ name }) => new URL(name).pathname)`;

/**
 * A page that embeds streams and nothing else, made of an empty document of the same site: milliseconds from the start of its
 * navigation until it knows the agent.
 */
export const bareReady = (streams: string, ccp: string): string => `
(async () => {
  const loaded = performance.getEntriesByType('navigation')[0].responseEnd;
  const begun = performance.now();
  const panel = document.createElement('div');
  document.body.replaceChildren(panel);
  await import(${JSON.stringify(streams)});
  connect.getLog().setLogLevel(connect.LogLevel.ERROR);
  connect.core.initCCP(panel, {
    ccpUrl: ${JSON.stringify(ccp)},
    region: 'us-east-1',
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
  });
  await new Promise((resolve) => connect.agent(resolve));
  return loaded + performance.now() - begun;
})()`;

/** In the frame of the panel: tells the page that the agent has one contact in this state, or none. */
export const tell = (
  update: unknown,
  contact: { readonly id: string; readonly state: string } | undefined,
): string => `
(() => {
  const at = new Date();
  const update = JSON.parse(${JSON.stringify(JSON.stringify(update))});
  const revived = (state) => ({ ...state, startTimestamp: at });
  const { snapshot, configuration } = update;
  const leg = (id, type, initial, state) => ({
    connectionId: id, contactId: ${JSON.stringify(contact?.id ?? '')}, type, initial, state: { type: state, timestamp: at },
    endpoint: { type: 'phone_number', phoneNumber: '+12125550127', name: null },
    address: { type: 'phone_number', phoneNumber: '+12125550127', name: null },
    softphoneMediaInfo: type === 'agent' ? {} : null,
  });
  const agentLeg = { connecting: 'connecting', connected: 'connected', ended: 'disconnected' };
  const contact = (id, state) => ({
    contactId: id, initialContactId: null, type: 'voice', state: { type: state, timestamp: at }, status: { type: state, timestamp: at },
    queue: { name: 'Sales', queueARN: 'arn', queueId: 'arn' }, queueTimestamp: at, initiationMethod: 'OUTBOUND',
    attributes: Object.fromEntries(Object.entries({
      greeting: 'Good morning.', closing: 'Goodbye.', locale: 'en-US', talkingPoint1: 'One.', question1: 'Why?',
      objection1: 'Too dear.', objectionAnswer1: 'It saves more.',
    }).map(([name, value]) => [name, { name, value }])),
    connections: [leg(id + '-a', 'agent', false, agentLeg[state]), leg(id + '-c', 'inbound', true, state === 'ended' ? 'disconnected' : 'connected')],
  });
  const contacts = ${contact === undefined ? '[]' : `[contact(${JSON.stringify(contact.id)}, ${JSON.stringify(contact.state)})]`};
  const availability = { ...snapshot.agentAvailabilityState, timeStamp: at };
  parent.postMessage({ event: 'agent::update', data: { configuration, snapshot: {
    ...snapshot, state: revived(snapshot.state), nextState: null, agentAvailabilityState: availability, snapshotTimestamp: at,
    localTimestamp: at.getTime(), skew: 0, contacts,
  } } }, '*');
})()`;
