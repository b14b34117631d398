import { factoryNameOf } from '../builder/actions.ts';
import { isActionType, specOf } from '../catalogue/index.ts';
import type { FlowAction } from '../language/flow-language.ts';
import { textsIn } from '../language/texts.ts';
import { parseReference } from '../references/reference-text.ts';

/** What matters most about a block, in a few words: what it says, or what it refers to. */
export function detailOf({ Type, Parameters = {} }: FlowAction): string {
  const texts = textsIn(Parameters);
  const said = texts.find(({ path }) => path.at(-1) === 'Text' || path.at(-1) === 'SSML')?.text;
  const references = texts.flatMap(({ text }) => parseReference(text)?.name ?? []);
  if (references.length > 0) return references.join(', ');
  if (said !== undefined) return `“${said}”`;
  return summaries[Type]?.(Parameters) ?? '';
}

/** The kind of a block in words. */
export const kindOf = (type: string): string =>
  isActionType(type)
    ? factoryNameOf(type)
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
    : type;

/** The group that colours a block. */
export const groupOf = ({ Type, Transitions }: FlowAction): string => {
  if (Object.keys(Transitions).length === 0) return 'ending';
  return isActionType(Type) ? specOf(Type).group : 'flow';
};

const summaries: Readonly<Record<string, (parameters: Readonly<Record<string, unknown>>) => string>> = {
  Compare: (parameters) => String(parameters['ComparisonValue']),
  Loop: (parameters) => `${String(parameters['LoopCount'])} times`,
  Wait: (parameters) => `${String(parameters['TimeLimitSeconds'])} s`,
  CheckMetricData: (parameters) => String(parameters['MetricType']),
  UpdateContactAttributes: (parameters) => listed(parameters['Attributes']),
  UpdateContactCallbackNumber: (parameters) => String(parameters['CallbackNumber']),
  UpdateContactTextToSpeechVoice: (parameters) => String(parameters['TextToSpeechVoice']),
  UpdateContactData: (parameters) => listed(parameters),
  UpdateContactRoutingBehavior: (parameters) => listed(parameters),
  UpdateFlowLoggingBehavior: (parameters) => String(parameters['FlowLoggingBehavior']),
};

const listed = (entries: unknown): string =>
  Object.entries(entries as Record<string, unknown>)
    .filter(([key]) => key !== 'TargetContact')
    .map(([key, value]) => `${key} = ${String(value)}`)
    .join(', ');
