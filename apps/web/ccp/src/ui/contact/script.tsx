import type { ContactView } from '@atlas-engine/web-contracts';
import type { Contact } from '../../connect/connect-state.ts';
import { scenarioOfAttributes } from '../../console/scenario.ts';
import { Checklist } from './checklist.tsx';
import { Objections } from './objections.tsx';

interface ScriptProps {
  readonly contact: Contact;
  readonly view: ContactView | undefined;
}

/** Why we speak, what to say, and what to answer. */
export function Script({ contact, view }: ScriptProps) {
  const matter = view?.matter;
  const scenario = view?.scenario ?? scenarioOfAttributes(contact.attributes);
  return (
    <>
      {matter !== undefined && (
        <div className="why">
          <h3>Why we call</h3>
          <p>{matter.interest}</p>
          {matter.notes !== undefined && <p className="quiet-text">{matter.notes}</p>}
        </div>
      )}
      {contact.description !== undefined && <p className="why">{contact.description}</p>}
      {scenario === undefined ? (
        <p className="quiet-text">
          There is no scenario for this contact. Ask how you can help, and write down what was said.
        </p>
      ) : (
        <div className="script">
          <Checklist contactId={contact.contactId} scenario={scenario} />
          <Objections objections={scenario.objections} />
        </div>
      )}
    </>
  );
}
