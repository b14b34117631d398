import { longestNotes } from '@atlas-engine/web-contracts';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { dispositionNames, dispositions, type Disposition } from '../../wrap-up/dispositions.ts';
import type { WrapUp } from '../../wrap-up/wrap-up-book.ts';
import { useConsole } from '../console-context.ts';
import { TickBox } from '../parts/tick-box.tsx';
import { FollowUp } from './follow-up.tsx';

/** The fields of a wrap-up; each keystroke is kept in the browser. */
export function WrapUpFields({ wrapUp }: { readonly wrapUp: WrapUp }) {
  const { wrapUps } = useConsole();
  const { draft, problem } = wrapUp;
  const edit = (change: Parameters<typeof wrapUps.edit>[1]) => wrapUps.edit(draft.contactId, change);
  const badField = problem?.kind === 'invalid' ? problem.field : undefined;
  const left = longestNotes - draft.notes.length;
  return (
    <>
      <RadioGroup
        className="field dispositions"
        value={draft.disposition ?? null}
        isInvalid={badField === 'disposition'}
        onChange={(value) => edit(changeFor(value as Disposition))}
      >
        <Label>How it ended</Label>
        <div className="chips">
          {dispositions.map((value) => (
            <RadioField key={value} value={value}>
              <RadioButton className="chip">{dispositionNames[value]}</RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <TextField
        className="field grow"
        value={draft.notes}
        isInvalid={badField === 'notes'}
        onChange={(notes) => edit({ notes })}
        maxLength={longestNotes}
      >
        <Label>Notes</Label>
        <TextArea className="input notes" id="notes" rows={5} placeholder="What was said and agreed" />
        {left < 200 && <small role="status">{left} characters left</small>}
      </TextField>
      <FollowUp draft={draft} invalid={badField === 'followUpAt'} edit={edit} />
      <TickBox className="compact" isSelected={draft.doNotCall} onChange={(doNotCall) => edit({ doNotCall })}>
        Wants no more calls <small>The number goes on the do-not-call list at once.</small>
      </TickBox>
    </>
  );
}

/** Somebody who said “do not call” is put on the list; the agent may take the tick away again. */
const changeFor = (disposition: Disposition) =>
  disposition === 'DO_NOT_CALL' ? { disposition, doNotCall: true } : { disposition };
