import type { ChecklistItem, Checklist as Scenario } from '@atlas-engine/web-contracts';
import { useConsole, useStore } from '../console-context.ts';
import { TickBox } from '../parts/tick-box.tsx';

const kinds: Readonly<Record<ChecklistItem['kind'], string>> = {
  GREETING: 'Greeting',
  TALKING_POINT: 'Points',
  QUESTION: 'Questions',
  CLOSING: 'Closing',
};
const order = ['GREETING', 'TALKING_POINT', 'QUESTION', 'CLOSING'] as const;

interface ChecklistProps {
  readonly contactId: string;
  readonly scenario: Scenario;
}

/** The scenario, line by line; what was said is ticked off, and stays so across a reload. */
export function Checklist({ contactId, scenario }: ChecklistProps) {
  const { progress } = useConsole();
  const said = useStore(progress.store)[contactId] ?? [];
  const { items, locale, source } = scenario;
  const done = items.filter(({ id }) => said.includes(id)).length;
  return (
    <section className="checklist" lang={locale} aria-label="Scenario">
      <div className="checklist-head" lang="en">
        <h3>Scenario</h3>
        <span className="quiet-text">
          {done} of {items.length} said{source === 'TEMPLATE' && ' · standard text'}
        </span>
        <progress max={items.length} value={done} aria-label="Lines said" />
      </div>
      {order.map((kind) => {
        const lines = items.filter((item) => item.kind === kind);
        if (lines.length === 0) return null;
        return (
          <div key={kind} className="checklist-group">
            <h4 lang="en">{kinds[kind]}</h4>
            {lines.map((item) => (
              <Line
                key={item.id}
                item={item}
                said={said.includes(item.id)}
                onChange={(now) => progress.tick(contactId, item.id, now)}
              />
            ))}
          </div>
        );
      })}
    </section>
  );
}

interface LineProps {
  readonly item: ChecklistItem;
  readonly said: boolean;
  readonly onChange: (said: boolean) => void;
}

function Line({ item, said, onChange }: LineProps) {
  return (
    <TickBox isSelected={said} onChange={onChange}>
      {item.text}
      {item.answer !== undefined && <span className="known-answer">Said before: {item.answer.text}</span>}
    </TickBox>
  );
}
