import type { ContactView, Person as KnownPerson } from '@atlas-engine/web-contracts';
import { Button } from 'react-aria-components/Button';
import type { Contact } from '../../connect/connect-state.ts';
import { useConsole, useStore } from '../console-context.ts';
import { channelNames } from '../../channels.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../parts/now.ts';
import { clockTime } from '../../times.ts';
import { useName, useView } from '../parts/use-name.ts';
import { PhoneNumber } from './phone-number.tsx';

/** Who is at the other end, in two lines. */
export function Person({ contact }: { readonly contact: Contact }) {
  const view = useView(contact.contactId);
  const name = useName(contact);
  const { channel, phase, connectedAt, since } = contact;
  return (
    <div className="person">
      <span className={`channel large ${phase}`}>
        <Icon name={channel} />
      </span>
      <div className="person-text">
        <h2>
          {name}
          {view !== undefined && <Tags view={view} />}
        </h2>
        <Facts contactId={contact.contactId} view={view} />
      </div>
      <div className="person-time">
        <span>{channelNames[channel]}</span>
        <Elapsed since={phase === 'connected' ? (connectedAt ?? since) : since} label="for" />
      </div>
    </div>
  );
}

const identityTags = {
  LEAD: undefined,
  MATCHED: 'Probably: confirm who it is',
  UNKNOWN: 'Not in our records',
} as const;

function Tags({ view }: { readonly view: ContactView }) {
  const tag = identityTags[view.identity];
  return (
    <>
      {tag !== undefined && <span className="tag warning">{tag}</span>}
      {view.person?.doNotCall === true && <span className="tag danger">Do not call</span>}
    </>
  );
}

function Facts({ contactId, view }: { readonly contactId: string; readonly view: ContactView | undefined }) {
  if (view === undefined) return <Lookup contactId={contactId} />;
  const { person, maskedNumber } = view;
  return (
    <p className="person-facts">
      {person?.company !== undefined && <span>{person.company}</span>}
      <PhoneNumber contactId={contactId} masked={person?.maskedNumber ?? maskedNumber} />
      {person !== undefined && <Whereabouts person={person} />}
    </p>
  );
}

function Lookup({ contactId }: { readonly contactId: string }) {
  const { views } = useConsole();
  const known = useStore(views.store)[contactId];
  if (known === undefined) return <p className="person-facts">More is shown when you accept.</p>;
  if (known.status !== 'failed') return <p className="person-facts">Looking up…</p>;
  return (
    <p className="person-facts">
      <span>Our records cannot be read now: {known.error.message}</span>
      <Button className="button small" onPress={() => views.reload(contactId)}>
        Try again
      </Button>
    </p>
  );
}

/** Language, and what time it is there. */
function Whereabouts({ person }: { readonly person: KnownPerson }) {
  const now = useNow();
  const { locale, timeZone, callingHours } = person;
  return (
    <>
      <span>{languageOf(locale)}</span>
      {timeZone !== undefined && (
        <span title={timeZone}>
          {clockTime(now, timeZone)} there
          {callingHours?.isOpen === false && <strong className="late"> · outside of calling hours</strong>}
        </span>
      )}
    </>
  );
}

const languages = new Intl.DisplayNames(undefined, { type: 'language' });
const languageOf = (locale: string): string => languages.of(locale) ?? locale;
