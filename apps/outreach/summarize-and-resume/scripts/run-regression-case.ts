import type { LanguageModel } from '@atlas-engine/language-model';
import { arrangeCall, dialledAt, minute, recording, transcript } from '../src/fixtures/arrange-call.ts';
import type { RegressionCase } from './regression-case.ts';

/** What came of a case, and whether that is right. */
export interface RegressionResult {
  readonly name: string;
  readonly expected: string;
  readonly got: string;
  readonly right: boolean;
  /** Who wrote the summary: the model, or rules; undefined when there is none. */
  readonly source: 'MODEL' | 'RULES' | undefined;
}

interface Outcome {
  readonly disposition?: string | undefined;
  readonly doNotCall: boolean;
  readonly followUp?: boolean | undefined;
  readonly reason?: string | undefined;
}

/** Takes a transcript through the whole pipeline, from the object to the result, with this model. */
export async function runRegressionCase(
  model: LanguageModel,
  { name, call, expected, transcript: output }: RegressionCase,
): Promise<RegressionResult> {
  const life = await arrangeCall({ model, lead: { locale: call.locale } });
  const contactId = await life.place();
  life.telephony.know(contactId, {
    connectedToSystemAt: dialledAt + 12_000,
    disconnectedAt: dialledAt + 90_000,
    disconnectReason: call.disconnectReason,
  });
  life.pass(3 * minute);
  const object = { ...recording, key: recordingKeys[call.recording] };
  await life.store.recordRecording({ key: life.key, object, at: dialledAt });
  await life.transcribe(JSON.stringify(output));
  await life.summarize(transcript);

  const { result } = await life.call();
  const summary = await life.store.getSummary(life.key);
  const got = {
    disposition: result?.disposition,
    doNotCall: await life.store.doNotCall.has(life.phone),
    followUp: (summary?.followUpAt ?? null) !== null,
    reason: result?.reason,
  };
  const asked = expected.followUp === undefined ? { ...got, followUp: undefined } : got;
  return {
    name,
    expected: textOf(expected),
    got: textOf(asked),
    right: textOf(expected) === textOf(asked),
    source: summary?.source,
  };
}

const recordingKeys = { IVR: recording.key, AGENT: recording.key.replace('/ivr/', '/') } as const;

const textOf = ({ disposition, doNotCall, followUp, reason }: Outcome): string =>
  [
    disposition ?? 'NOTHING',
    ...(doNotCall ? ['silence'] : []),
    ...(followUp === undefined ? [] : [followUp ? 'a time' : 'no time']),
    ...(reason === undefined ? [] : [reason]),
  ].join(', ');
