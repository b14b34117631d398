import type { ConnectEvent } from '../connect-event.ts';

/** Turns what streams says of session and network into events. */
export function watchSession(emit: (event: ConnectEvent) => void, wasSignedIn: () => boolean): void {
  const { core, EventType } = connect;
  const problem = (name: Extract<ConnectEvent, { type: 'problem' }>['problem']) => () => {
    emit({ type: 'problem', problem: name });
  };
  core.onAuthFail(() => {
    problem(wasSignedIn() ? 'session-ended' : 'sign-in-needed')();
  });
  core.onAccessDenied(problem('access-denied'));
  core.onIframeRetriesExhausted(problem('retries-exhausted'));
  core.onAuthorizeRetriesExhausted(problem('session-ended'));
  core.onCTIAuthorizeRetriesExhausted(problem('session-ended'));
  const bus = core.getEventBus();
  bus.subscribe(EventType.TERMINATED, problem('session-ended'));
  bus.subscribe(EventType.ACK_TIMEOUT, () => {
    emit({ type: 'problem', problem: navigator.onLine ? 'sign-in-needed' : 'unreachable' });
  });
}

/** The agent's line to Connect: lost and found, by Connect's own word and by the browser's. */
export function watchNetwork(agent: connect.Agent, emit: (event: ConnectEvent) => void): void {
  const say = (up: boolean) => () => {
    emit({ type: 'network', up, at: Date.now() });
  };
  agent.onWebSocketConnectionLost(say(false));
  agent.onWebSocketConnectionGained(say(true));
  window.addEventListener('offline', say(false));
  window.addEventListener('online', say(true));
  agent.onSoftphoneError((error) => {
    // A plain object after it crossed windows: the getter of the types is not there.
    const reason = (error as unknown as { errorType?: string }).errorType ?? 'unknown';
    emit({ type: 'softphone-error', reason });
  });
}
