import type { Checklist } from '@atlas-engine/web-contracts';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { Icon } from '../parts/icon.tsx';

/** What the customer may say against it, and the answers: found by a word of either. */
export function Objections({ objections }: { readonly objections: Checklist['objections'] }) {
  const [wanted, setWanted] = useState('');
  if (objections.length === 0) return null;
  const word = wanted.trim().toLowerCase();
  const found = objections.filter(({ objection, answer }) =>
    `${objection} ${answer}`.toLowerCase().includes(word),
  );
  return (
    <section className="objections" aria-label="Objections">
      <h3>If they say…</h3>
      <SearchField
        className="field"
        aria-label="Search objections and answers"
        value={wanted}
        onChange={setWanted}
      >
        <Input className="input" placeholder="Search objections and answers" />
      </SearchField>
      {found.map(({ id, objection, answer }) => (
        <Disclosure key={id} className="objection" defaultExpanded={found.length === 1}>
          <Heading level={4}>
            <Button slot="trigger" className="objection-head">
              <span>“{objection}”</span>
              <Icon name="chevron" />
            </Button>
          </Heading>
          <DisclosurePanel className="objection-answer">
            <p>{answer}</p>
          </DisclosurePanel>
        </Disclosure>
      ))}
      {found.length === 0 && <p className="quiet-text">None has these words.</p>}
    </section>
  );
}
