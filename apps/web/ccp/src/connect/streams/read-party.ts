import { maskNumber } from '../../mask.ts';
import type { Party, PartyState } from '../snapshot.ts';

const states: Readonly<Record<string, PartyState>> = {
  init: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  hold: 'hold',
  disconnected: 'disconnected',
  silent_monitor: 'connected',
  barge: 'connected',
};

/** One leg of a contact as streams has it. */
export function readParty(leg: connect.BaseConnection): Party {
  return {
    connectionId: leg.getConnectionId(),
    role: roleOf(leg),
    state: states[leg.getStatus().type] ?? 'connecting',
    label: labelOf(leg),
  };
}

function roleOf(leg: connect.BaseConnection): Party['role'] {
  const type: string = leg.getType();
  if (type === 'agent') return 'agent';
  if (type === 'monitoring') return 'monitor';
  return leg.isInitialConnection() ? 'customer' : 'third-party';
}

function labelOf(leg: connect.BaseConnection): string {
  const quickConnect =
    'getQuickConnectName' in leg ? (leg as connect.VoiceConnection).getQuickConnectName() : null;
  if (quickConnect) return quickConnect;
  // Missing on an agent's own leg, whatever the types say.
  const endpoint = leg.getEndpoint() as connect.Endpoint | null | undefined;
  if (endpoint?.name) return endpoint.name;
  return endpoint?.phoneNumber ? maskNumber(endpoint.phoneNumber.replace(/^sip:|@.*$/g, '')) : '';
}
