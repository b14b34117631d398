import { Button } from 'react-aria-components/Button';
import { explanations } from '../../connect/problem.ts';
import { useCommand, useConnect, useConsole, useStore } from '../console-context.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { Icon } from '../parts/icon.tsx';
import { Ways } from './ways.tsx';

/** What is wrong with the connections while the agent works: the work stays in sight. */
export function ConnectionBars() {
  const { problem, lostSince, softphoneError } = useConnect();
  const { dispatch } = useConsole();
  return (
    <div className="bars">
      {lostSince !== undefined && (
        <div className="bar warning">
          <Icon name="warning" />
          <p role="alert">
            <strong>No connection.</strong> A call may go on, but you cannot control it. What you write is
            kept.
          </p>
          {/* Outside of the alert, which would be read again at every second. */}
          <Elapsed since={lostSince} label="Lost for" />
        </div>
      )}
      {problem !== undefined && (
        <div className="bar danger" role="alert">
          <Icon name="warning" />
          <p>
            <strong>{explanations[problem].title}.</strong> {explanations[problem].text}
          </p>
          <Ways ways={explanations[problem].ways} />
        </div>
      )}
      {softphoneError !== undefined && (
        <div className="bar danger" role="alert">
          <Icon name="mute" />
          <p>
            <strong>{softphoneTitle(softphoneError)}</strong> Check it with “Microphone and network” in the
            header.
          </p>
          <Button className="button small" onPress={() => dispatch({ type: 'softphone-error-seen' })}>
            Close
          </Button>
        </div>
      )}
      <SessionBar />
    </div>
  );
}

const softphoneTitles: Readonly<Record<string, string>> = {
  microphone_not_shared: 'The softphone may not use your microphone.',
  unsupported_browser: 'This browser cannot carry calls.',
  ice_collection_timeout: 'The network does not let the call through (no media path).',
  signalling_handshake_failure: 'The call could not be set up (signalling).',
  signalling_connection_failure: 'The call could not be set up (signalling).',
  user_busy_error: 'Another call is using the softphone.',
};
const softphoneTitle = (reason: string): string =>
  softphoneTitles[reason] ?? `The softphone reports an error (${reason}).`;

/** Our own session, which is not Connect's: calls go on without it, records do not. */
function SessionBar() {
  const { session, notices, wrapUps, views, connect } = useConsole();
  const state = useStore(session.state);
  const run = useCommand();
  if (state === 'valid') return null;
  const signIn = async () => {
    await session.signInAgain();
    notices.say('success', 'You are signed in again.');
    for (const { contactId } of connect.get().contacts) views.load(contactId);
    await wrapUps.sendWaiting();
  };
  return (
    <div className="bar warning" role="alert">
      <Icon name="warning" />
      <p>
        <strong>Your sign-in has expired.</strong> Calls go on. Sign in again to see and save records; what
        you write is kept here.
      </p>
      <Button className="button small" onPress={() => run(signIn())}>
        Sign in again
      </Button>
    </div>
  );
}
