import * as z from 'zod';
import type { Answerer } from './bedrock.ts';
import { findings, hungUp, unclear, type Finding } from './summary-findings.ts';
import { tomorrowAt } from './tomorrow-at.ts';

const turnSchema = z.object({ speaker: z.string(), text: z.string() });
const callSchema = z.object({
  callEndedAt: z.string(),
  timeZone: z.string().optional(),
  customerHungUp: z.boolean().optional(),
});

/** Words spoken to the machine. They are no answer to us, whatever they say; only a wish for silence counts all the same. */
const toTheMachine =
  /\b(?:ignore|disregard|forget) (?:all |your |the |previous |that\b)|\bmark me as\b|\binstruction for the assistant\b|\b(?:olvide|ignore) sus instrucciones\b/i;

const greeting = /^(?:hello|hi|yes|hola|sí|diga|bueno)[\s?.!,]*$/i;

const carrying = ({ disposition, pattern }: Finding, said: readonly string[]): readonly string[] =>
  said.filter((text) => pattern.test(text) && (disposition === 'DO_NOT_CALL' || !toTheMachine.test(text)));

/** A summary as a careful model would give it: only the customer's own words decide. */
export const recordSummary: Answerer = (material) => {
  const turns = z.array(turnSchema).parse(material.get('transcript'));
  const call = callSchema.parse(material.get('call'));
  const said = turns.filter((turn) => turn.speaker === 'CUSTOMER').map((turn) => turn.text);
  const found = findings.find((finding) => carrying(finding, said).length > 0);
  const cutOff = call.customerHungUp === true && said.every((text) => greeting.test(text));
  const evidence = found === undefined ? [] : carrying(found, said).slice(0, 3);
  const { disposition, sentiment, interestLevel, summary, nextStep } = found ?? (cutOff ? hungUp : unclear);
  return {
    disposition,
    sentiment,
    interestLevel,
    summary,
    objections: said
      .filter((text) => /expensive|too dear|no time|in a meeting|reunión/i.test(text))
      .slice(0, 3),
    nextStep,
    followUpAt: disposition === 'CALL_BACK' ? followUp(said.join(' '), call) : null,
    doNotCallRequested: disposition === 'DO_NOT_CALL',
    evidence,
  };
};

function followUp(said: string, { callEndedAt, timeZone }: z.infer<typeof callSchema>): string | null {
  const time = /(?:tomorrow|mañana)\D*(\d{1,2})\s*(am|pm)?/i.exec(said);
  if (time?.[1] === undefined || timeZone === undefined) return null;
  return tomorrowAt(Date.parse(callEndedAt), {
    timeZone,
    hour: hourOf(Number(time[1]), time[2]?.toLowerCase()),
  });
}

/** Without "am" or "pm" nobody means a call in the small hours. */
function hourOf(hour: number, half: string | undefined): number {
  const afternoon = half === 'pm' || (half === undefined && hour < 8);
  return afternoon && hour < 12 ? hour + 12 : hour;
}
