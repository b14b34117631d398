import { AgentCallError, invalidState } from '../agent-call-error.ts';
import {
  type Connection,
  customerOf,
  isLive,
  isThirdParty,
  isVoice,
  type Leg,
  withConnections,
} from '../agent-record.ts';
import {
  connectionOf,
  type Desk,
  legOf,
  type Method,
  type Params,
  requireState,
  saveLeg,
  textParam,
} from './method.ts';

/** The call and the party of it that a method is about. */
function callOf(desk: Desk, params: Params): { readonly leg: Leg; readonly connection: Connection } {
  const leg = legOf(desk, params);
  if (!isVoice(leg)) throw invalidState('Only a call has this');
  requireState(leg, 'connected');
  const connection = connectionOf(leg, params);
  if (!isLive(connection)) throw invalidState('The connection is disconnected');
  return { leg, connection };
}

const put =
  (state: 'hold' | 'connected'): Method =>
  (desk, params) => {
    const { leg, connection } = callOf(desk, params);
    if (connection.state === 'connecting') throw invalidState('The connection is not connected yet');
    saveLeg(
      desk,
      withConnections(leg, ({ id }) => (id === connection.id ? state : undefined), desk.now),
    );
    return {};
  };

export const holdConnection = put('hold');
export const resumeConnection = put('connected');

const mute =
  (isMuted: boolean): Method =>
  (desk, params) => {
    const { leg, connection } = callOf(desk, params);
    const connections = leg.connections.map((each) =>
      each.id === connection.id ? { ...each, mute: isMuted } : each,
    );
    saveLeg(desk, { ...leg, connections });
    return {};
  };

export const muteParticipant = mute(true);
export const unmuteParticipant = mute(false);

/** Tones are heard by the other side alone: they are checked, and kept nowhere. */
export const sendDigits: Method = (desk, params) => {
  callOf(desk, params);
  if (!/^[0-9*#A-D]+$/.test(textParam(params, 'digits')))
    throw new AgentCallError('ValidationException', 'digits may hold 0-9, *, #, A-D');
  return {};
};

/** Everybody hears everybody. */
export const conferenceConnections: Method = (desk, params) => {
  const leg = requireConsult(desk, params);
  saveLeg(
    desk,
    withConnections(leg, ({ state }) => (state === 'hold' ? 'connected' : undefined), desk.now),
  );
  return {};
};

/** Who is on hold is talked to, and the other way round. */
export const toggleActiveConnections: Method = (desk, params) => {
  const leg = requireConsult(desk, params);
  const wanted = connectionOf(leg, params);
  const swapped = wanted.state === 'hold' ? wanted.id : undefined;
  saveLeg(
    desk,
    withConnections(
      leg,
      ({ type, state, id }) => {
        if (type === 'agent' || state === 'disconnected' || state === 'connecting') return undefined;
        if (swapped !== undefined) return id === swapped ? 'connected' : 'hold';
        return state === 'hold' ? 'connected' : 'hold';
      },
      desk.now,
    ),
  );
  return {};
};

function requireConsult(desk: Desk, params: Params): Leg {
  const leg = legOf(desk, params);
  requireState(leg, 'connected');
  const third = leg.connections.find((each) => isThirdParty(each) && isLive(each));
  const customer = customerOf(leg);
  if (third === undefined || customer === undefined || !isLive(customer))
    throw invalidState('There is nobody to confer with');
  if (third.state === 'connecting') throw invalidState('The third party is not connected yet');
  return leg;
}
