import type {
  BotName,
  ContactFlowName,
  ContactQueueName,
  FlowModuleName,
  FunctionName,
  HoursName,
} from '@atlas-engine/resource-names';
import type { Reference, ReferenceKind } from '../catalogue/index.ts';
import { referenceText } from './reference-text.ts';

/** The names that exist, by kind: a flow that names anything else does not compile. There are no prompts yet. */
export interface ReferenceNames {
  readonly queue: ContactQueueName;
  readonly bot: BotName;
  readonly flow: ContactFlowName;
  readonly module: FlowModuleName;
  readonly hours: HoursName;
  readonly function: FunctionName;
  readonly prompt: never;
}

const referenceTo =
  <const Kind extends ReferenceKind>(kind: Kind) =>
  (name: ReferenceNames[Kind]): Reference<Kind> =>
    referenceText({ kind, name }) as Reference<Kind>;

/** A queue of the contact centre. */
export const queue = referenceTo('queue');
/** The alias of a Lex bot that its users speak to. */
export const bot = referenceTo('bot');
/** A contact flow. */
export const flow = referenceTo('flow');
/** A flow module. */
export const flowModule = referenceTo('module');
/** Hours of operation. */
export const hours = referenceTo('hours');
/** A recorded prompt. */
export const prompt = referenceTo('prompt');
/** The live alias of a function. */
export const lambda = referenceTo('function');

/**
 * A resource outside of this code, by the ARN or id that AWS gave it.
 *
 * @example
 * external('queue', 'arn:aws:connect:us-east-1:000000000000:instance/i/queue/q');
 */
export const external = <const Kind extends ReferenceKind>(_kind: Kind, arn: string): Reference<Kind> =>
  arn as Reference<Kind>;
