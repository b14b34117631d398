import {
  conferenceConnections,
  holdConnection,
  muteParticipant,
  resumeConnection,
  sendDigits,
  toggleActiveConnections,
  unmuteParticipant,
} from './connections.ts';
import {
  acceptContact,
  clearContact,
  completeContact,
  destroyConnection,
  pauseContact,
  rejectContact,
  resumeContact,
} from './contact.ts';
import { getEndpoints } from './endpoints.ts';
import type { Method } from './method.ts';
import { createOutboundContact } from './outbound.ts';
import { createTransport, updateAgentConfiguration } from './settings.ts';
import { putAgentState } from './state.ts';
import { createAdditionalConnection, transferContact } from './third-party.ts';

/** Reports about media are taken, and kept nowhere: there is no media. */
const taken: Method = () => ({});

/** The methods of the control panel's API that exist here; any other is refused by name. */
export const methods: Readonly<Record<string, Method>> = {
  putAgentState,
  acceptContact,
  rejectContact,
  clearContact,
  completeContact,
  destroyConnection,
  pauseContact,
  resumeContact,
  holdConnection,
  resumeConnection,
  sendDigits,
  muteParticipant,
  unmuteParticipant,
  conferenceConnections,
  toggleActiveConnections,
  createAdditionalConnection,
  addNewConnection: createAdditionalConnection,
  transferContact,
  createOutboundContact,
  getEndpoints,
  updateAgentConfiguration,
  createTransport,
  notifyContactIssue: taken,
  sendSoftphoneCallReport: taken,
  sendSoftphoneCallMetrics: taken,
};
