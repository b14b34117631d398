import { AgentCallError, invalidState } from '../agent-call-error.ts';
import type { AgentSettings } from '../agent-record.ts';
import { legOf, type Method, objectParam, type Params, textParam } from './method.ts';

const refuse = (message: string): AgentCallError =>
  new AgentCallError('InvalidConfigurationException', message);

/** Keeps what the person has set at the panel. */
export const updateAgentConfiguration: Method = (desk, params) => {
  const record = desk.record();
  const settings = { ...record.settings, ...read(objectParam(params, 'configuration')) };
  desk.save({ ...record, settings });
  return {};
};

function read(wanted: Params): AgentSettings {
  const isEnabled = wanted['softphoneEnabled'] !== false;
  const extension = wanted['extension'];
  const hasExtension = typeof extension === 'string' && extension !== '';
  if (!isEnabled && !hasExtension) throw refuse('extension must be a number when the softphone is off');
  return {
    language: languageOf(wanted['agentPreferences']),
    softphoneEnabled: isEnabled,
    softphoneAutoAccept: wanted['softphoneAutoAccept'] === true,
    ...(hasExtension ? { extension } : {}),
  };
}

function languageOf(preferences: unknown): string {
  const isObject = typeof preferences === 'object' && preferences !== null;
  const language = isObject ? (preferences as Params)['LANGUAGE'] : undefined;
  if (typeof language === 'string' && /^[a-z]{2}_[A-Z]{2}$/.test(language)) return language;
  throw refuse('agentPreferences.LANGUAGE must be a locale such as en_US');
}

/** Opens the way for media: chats have a token, calls have no media here. */
export const createTransport: Method = async (desk, params) => {
  const type = textParam(params, 'transportType');
  if (type === 'softphone') return { softphoneTransport: { softphoneMediaConnections: [] } };
  if (type !== 'chat_token') throw invalidState(`transportType ${type} is not simulated`);
  const leg = legOf(desk, params);
  return { chatTokenTransport: await desk.chatToken(leg.contactId) };
};
