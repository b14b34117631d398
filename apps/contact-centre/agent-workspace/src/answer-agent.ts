import type { CallingPolicy, MetricName } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { agentWorkspaceRoutes } from '@atlas-engine/web-contracts';
import { createAgentOfContact } from './agents/agent-of-contact.ts';
import type { ContactCentre } from './contact-centre/contact-centre.ts';
import { createFindMatter } from './contact/find-matter.ts';
import { createReadContact } from './contact/read-contact.ts';
import { createReadDay } from './day/read-day.ts';
import { createAnswerRequest } from './http/answer-request.ts';
import { createRevealNumber } from './number/reveal-number.ts';
import { createSaveWrapUp } from './wrap-up/save-wrap-up.ts';
import type { WrapUpQueue } from './wrap-up/wrap-up-queue.ts';

export interface AnswerAgentPorts {
  readonly store: InteractionStore;
  readonly contactCentre: ContactCentre;
  readonly queue: WrapUpQueue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly policy: CallingPolicy;
  readonly count: (metric: MetricName) => void;
}

/** The routes of the agent's workspace. */
export function createAnswerAgent(given: AnswerAgentPorts) {
  const { count } = given;
  const ports = { ...given, ownContact: createAgentOfContact(given), findMatter: createFindMatter(given) };
  const routes = {
    [agentWorkspaceRoutes.readContact]: createReadContact(ports),
    [agentWorkspaceRoutes.revealNumber]: createRevealNumber({
      ...ports,
      onRevealed: () => count('NumberRevealed'),
    }),
    [agentWorkspaceRoutes.saveWrapUp]: createSaveWrapUp({ ...ports, onSaved: () => count('WrapUpSaved') }),
    [agentWorkspaceRoutes.readDay]: createReadDay(ports),
  };
  return createAnswerRequest(routes, given.logger);
}
