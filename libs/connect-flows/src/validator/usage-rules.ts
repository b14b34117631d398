import type { FlowType } from '../language/flow-types.ts';
import { type Problem, warning } from './finding.ts';
import type { Rule } from './rule.ts';

const transfers = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;

/** Where the designer lets a hook be set; the API's page allows each everywhere. */
const hookTypes: Readonly<Record<string, readonly FlowType[]>> = {
  AgentWhisper: ['CONTACT_FLOW', 'MODULE', 'CUSTOMER_QUEUE', ...transfers],
  CustomerWhisper: ['CONTACT_FLOW', 'MODULE', 'CUSTOMER_QUEUE', ...transfers],
  AgentHold: ['CONTACT_FLOW', 'MODULE', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', ...transfers],
  CustomerHold: ['CONTACT_FLOW', 'MODULE', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', ...transfers],
  CustomerQueue: ['CONTACT_FLOW', 'MODULE', ...transfers],
};

/** Hooks are set in flows where the designer lets them be set. */
export const hookRule: Rule = ({ document, type }) =>
  document.Actions.filter(({ Type }) => Type === 'UpdateContactEventHooks').flatMap(
    ({ Identifier, Parameters = {} }): readonly Problem[] => {
      const hooks = Object.keys(Parameters['EventHooks'] ?? {});
      return hooks
        .filter((hook) => hookTypes[hook]?.includes(type) === false)
        .map((hook) =>
          warning(Identifier, {
            problem: `the designer does not set ${hook} in a flow of type ${type}`,
            allowed: (hookTypes[hook] ?? []).join(', '),
          }),
        );
    },
  );

/** A conversation with a bot leads somewhere. */
export const intentRule: Rule = ({ document }) =>
  document.Actions.filter(
    ({ Type, Transitions }) =>
      Type === 'ConnectParticipantWithLexBot' && (Transitions.Conditions ?? []).length === 0,
  ).map(({ Identifier }) =>
    warning(Identifier, {
      problem: 'branches on no intent of the bot',
      allowed: 'a condition for at least one intent',
    }),
  );
