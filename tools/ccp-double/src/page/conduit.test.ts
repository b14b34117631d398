import type { PanelEvent } from '../panel-event.ts';
import type { Downstream } from './broadcast.ts';
import { createConduit } from './conduit.ts';
import type { CallResult } from './session.ts';

const update = (state: string, contacts: readonly object[] = []): PanelEvent => ({
  kind: 'update',
  configuration: { name: 'Avery' },
  snapshot: { snapshotTimestamp: 1000, state: { name: state, startTimestamp: 500 }, contacts },
});

describe('the panel’s side of the conduit', () => {
  let posted: Downstream[];
  let answer: (result: CallResult) => void;
  const open = () => {
    posted = [];
    return createConduit({
      post: (message) => posted.push(message),
      call: () => new Promise((resolve) => (answer = resolve)),
      signOut: () => Promise.resolve(),
      mediaDevices: () => Promise.reject(new Error('none')),
      id: 'port',
      now: () => 900,
    });
  };
  const events = () => posted.map(({ event }) => event);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('acknowledges unasked, with its id, and each synchronize without', () => {
    const conduit = open();
    conduit.start();
    conduit.take('synchronize', undefined);
    expect(posted).toEqual([
      { event: 'acknowledge', data: { id: 'port' } },
      { event: 'update_connected_ccps', data: { length: 1 } },
      { event: 'acknowledge' },
    ]);
  });

  it('tells of the agent with dates and the difference of the clocks', () => {
    open().heed(update('Available'));
    expect(posted).toEqual([
      {
        event: 'agent::update',
        data: {
          configuration: { name: 'Avery' },
          snapshot: {
            snapshotTimestamp: new Date(1000),
            localTimestamp: 900,
            skew: 100,
            state: { name: 'Available', startTimestamp: new Date(500) },
            contacts: [],
          },
        },
      },
    ]);
  });

  it('leaves attributes alone that look like moments', () => {
    const attributes = { timestamp: { name: 'timestamp', value: '1000' } };
    open().heed(update('Busy', [{ attributes, queueTimestamp: 700 }]));
    expect(posted[0]?.data).toMatchObject({
      snapshot: { contacts: [{ attributes, queueTimestamp: new Date(700) }] },
    });
  });

  it('shows what a call has changed after its answer', async () => {
    const conduit = open();
    conduit.take('api_request', { method: 'acceptContact', requestId: 'r', params: {} });
    conduit.heed(update('Busy'));
    expect(events()).toEqual([]);
    answer({ kind: 'done', data: {} });
    await settled();
    expect(posted[0]).toEqual({ event: 'api_response', data: { requestId: 'r', data: {}, err: null } });
    expect(events()).toEqual(['api_response', 'agent::update']);
  });

  it('gives a refusal as it is', async () => {
    const conduit = open();
    conduit.take('api_request', { method: 'acceptContact', requestId: 'r', params: {} });
    answer({ kind: 'failed', err: '{"type":"InvalidStateException"}' });
    await settled();
    expect(posted).toEqual([
      {
        event: 'api_response',
        data: { requestId: 'r', data: null, err: '{"type":"InvalidStateException"}' },
      },
    ]);
  });

  it('answers nothing more once its session is over', async () => {
    const conduit = open();
    conduit.take('api_request', { method: 'acceptContact', requestId: 'r', params: {} });
    answer({ kind: 'signed-out' });
    await settled();
    conduit.take('synchronize', undefined);
    conduit.heed(update('Busy'));
    expect(events()).toEqual(['auth_fail']);
    expect(conduit.isSignedOut()).toBe(true);
  });

  it('echoes broadcasts, but not those that are logs alone', () => {
    const conduit = open();
    conduit.take('broadcast', { event: 'contact::accepted', data: 1 });
    conduit.take('broadcast', { event: 'server_bound_internal_log', data: 2 });
    conduit.take('broadcast', { event: 'configuration::set_ringer_device', data: { deviceId: 'a' } });
    expect(events()).toEqual([
      'contact::accepted',
      'configuration::set_ringer_device',
      'configuration::ringer_device_changed',
    ]);
  });

  it('mutes in a call only', () => {
    const conduit = open();
    conduit.take('broadcast', { event: 'mute', data: { mute: true } });
    conduit.heed(update('Busy', [{ type: 'voice', state: { type: 'connected' } }]));
    conduit.take('broadcast', { event: 'mute', data: { mute: true } });
    expect(events()).toEqual(['mute', 'agent::update', 'mute', 'agent::mute_toggle']);
  });

  it('is the master of every topic, as the only panel', () => {
    const conduit = open();
    const request = { requestId: 'r', params: { topic: 'connect::softphone' } };
    conduit.take('master_request', { ...request, method: 'checkMaster' });
    conduit.take('master_request', { ...request, method: 'becomeMaster' });
    expect(posted.map(({ data }) => data)).toMatchObject([
      { data: { masterId: 'port', isMaster: true, topic: 'connect::softphone' }, err: null },
      { data: { masterId: 'port', takeOver: true } },
    ]);
  });

  it('says that there are no media devices where a page may not know them', async () => {
    const conduit = open();
    conduit.take('media_device_request', undefined);
    await settled();
    expect(posted).toMatchObject([{ event: 'media_device_response', data: { error: expect.any(String) } }]);
  });
});
