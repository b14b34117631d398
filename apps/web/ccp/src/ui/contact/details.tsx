import type { ContactView, Matter } from '@atlas-engine/web-contracts';
import type { Contact } from '../../connect/connect-state.ts';
import { otherAttributes } from '../../console/scenario.ts';
import { dayAndTime } from '../../times.ts';

interface DetailsProps {
  readonly contact: Contact;
  readonly view: ContactView | undefined;
}

/** All else that is known: where the request came from, consent, and the contact's attributes. */
export function Details({ contact, view }: DetailsProps) {
  const matter = view?.matter;
  const rows: readonly (readonly [string, string])[] = [
    ...(matter === undefined ? [] : ofMatter(matter)),
    ...(contact.queue === undefined ? [] : [['Queue', contact.queue] as const]),
    ['Contact id', contact.contactId],
  ];
  const attributes = otherAttributes(contact.attributes);
  return (
    <>
      <Rows rows={rows} />
      {attributes.length > 0 && (
        <>
          <h3>Attributes</h3>
          <Rows rows={attributes} />
        </>
      )}
    </>
  );
}

const ofMatter = ({
  campaign,
  channel,
  consent,
  preferredTime,
  sequence,
}: Matter): readonly [string, string][] => [
  ['Campaign', campaign],
  ['Came by', channel.toLowerCase()],
  ['Consent', `${dayAndTime(consent.at)}, ${consent.source}`],
  ...(preferredTime === undefined ? [] : ([['Asked for', dayAndTime(preferredTime)]] as [string, string][])),
  ...(sequence === undefined ? [] : ([['Attempt', String(sequence)]] as [string, string][])),
];

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="details">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
