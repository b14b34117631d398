import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Draft, DraftChange } from '../../wrap-up/draft.ts';
import { localTimeOf } from '../../wrap-up/wrap-up-request.ts';

interface FollowUpProps {
  readonly draft: Draft;
  readonly invalid: boolean;
  readonly edit: (change: DraftChange) => void;
}

/** At nine in the morning, so many days from today. */
function morning(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(9, 0, 0, 0);
  return localTimeOf(at.toISOString());
}

/** When to speak again, in the agent's own time. */
export function FollowUp({ draft, invalid, edit }: FollowUpProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Follow-up (your time)</label>
      <div className="row">
        <input
          id={id}
          className="input"
          type="datetime-local"
          value={draft.followUpAt}
          aria-invalid={invalid}
          onChange={(event) => edit({ followUpAt: event.target.value })}
        />
        <Button className="button small" onPress={() => edit({ followUpAt: morning(1) })}>
          Tomorrow
        </Button>
        <Button className="button small" onPress={() => edit({ followUpAt: morning(7) })}>
          In a week
        </Button>
      </div>
    </div>
  );
}
