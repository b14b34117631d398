import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import type { FlowSpec } from './resources.ts';

const actionSchema = z.object({
  Identifier: z.string().min(1),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Transitions: z.object({ NextAction: z.string().optional() }).default({}),
});
const flowSchema = z.object({
  Version: z.literal('2019-10-30'),
  StartAction: z.string(),
  Actions: z.array(actionSchema).min(1).max(250),
});

/** A flow that has been checked and can be walked. */
export type Flow = z.infer<typeof flowSchema>;
type Action = z.infer<typeof actionSchema>;

const invalid = (message: string) =>
  new AwsError('InvalidContactFlowException', message, { members: { problems: [{ message }] } });

/** Blocks that the walk below knows, or passes by; the full interpreter is a matter of its own. */
const known = [
  'CheckHoursOfOperation',
  'CheckOutboundCallStatus',
  'Compare',
  'ConnectParticipantWithLexBot',
  'CreateCallbackContact',
  'CreateTask',
  'DisconnectParticipant',
  'EndFlowExecution',
  'EndFlowModuleExecution',
  'GetParticipantInput',
  'InvokeFlowModule',
  'Loop',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'TransferContactToQueue',
  'TransferToFlow',
  'UpdateContactAttributes',
  'UpdateContactCallbackNumber',
  'UpdateContactData',
  'UpdateContactEventHooks',
  'UpdateContactRecordingBehavior',
  'UpdateContactRoutingBehavior',
  'UpdateContactTargetQueue',
  'UpdateContactTextToSpeechVoice',
  'UpdateFlowLoggingBehavior',
];

/** @throws AwsError InvalidContactFlowException */
export function parseFlow(spec: FlowSpec): Flow {
  const parsed = flowSchema.safeParse(JSON.parse(spec.content));
  if (!parsed.success) throw invalid(`${spec.name}: ${z.prettifyError(parsed.error)}`);
  const ids = new Set(parsed.data.Actions.map((action) => action.Identifier));
  for (const action of parsed.data.Actions) {
    if (!known.includes(action.Type)) {
      throw invalid(
        `${spec.name}: block "${action.Identifier}" of type ${action.Type} is not supported by the local double`,
      );
    }
    const next = action.Transitions.NextAction;
    if (next !== undefined && !ids.has(next))
      throw invalid(`${spec.name}: "${action.Identifier}" goes to "${next}", which does not exist`);
  }
  return parsed.data;
}

/** What happens when a contact that was picked up runs through the flow's main path. */
export interface FlowWalk {
  /** Whether both sides of the automated part are recorded. */
  readonly recorded: boolean;
  /** Messages before the bot takes over, after it, and whether it does. */
  readonly before: readonly string[];
  readonly bot: boolean;
  readonly after: readonly string[];
}

export function walkFlow(flow: Flow, attributes: Readonly<Record<string, string>>): FlowWalk {
  const walk = { recorded: false, before: [] as string[], bot: false, after: [] as string[] };
  const byId = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  const visited = new Set<string>();
  for (let id: string | undefined = flow.StartAction; id !== undefined && !visited.has(id);) {
    visited.add(id);
    const action: Action | undefined = byId.get(id);
    if (action === undefined) break;
    step(action, attributes, walk);
    id = action.Transitions.NextAction;
  }
  return walk;
}

function step(
  action: Action,
  attributes: Readonly<Record<string, string>>,
  walk: { recorded: boolean; before: string[]; bot: boolean; after: string[] },
): void {
  if (action.Type === 'UpdateContactRecordingBehavior') walk.recorded = recordsCustomer(action.Parameters);
  if (action.Type === 'ConnectParticipantWithLexBot') walk.bot = true;
  const said = action.Parameters['Text'];
  if (typeof said === 'string') {
    const beforeOrAt = !walk.bot || action.Type === 'ConnectParticipantWithLexBot';
    (beforeOrAt ? walk.before : walk.after).push(fillIn(said, attributes));
  }
}

const recordingSchema = z.object({
  RecordingBehavior: z.object({
    RecordedParticipants: z.array(z.string()),
    IVRRecordingBehavior: z.string().optional(),
  }),
});

/** The automated part of a call is recorded only where the flow says so. */
function recordsCustomer(parameters: Record<string, unknown>): boolean {
  const parsed = recordingSchema.safeParse(parameters);
  return parsed.success && parsed.data.RecordingBehavior.IVRRecordingBehavior === 'Enabled';
}

/** A reference to an attribute that the contact lacks is spoken as nothing, as with the service. */
const fillIn = (text: string, attributes: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\.Attributes\.([A-Za-z0-9_-]+)/g, (_, name: string) => attributes[name] ?? '').trim();
