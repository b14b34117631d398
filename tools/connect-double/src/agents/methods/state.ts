import { AgentCallError, invalidState } from '../agent-call-error.ts';
import { type AgentRecord, isVoice } from '../agent-record.ts';
import { type Method, objectParam, textParam } from './method.ts';

/** Takes the chosen state now, or after the contacts at hand. */
export const putAgentState: Method = (desk, params) => {
  const state = objectParam(params, 'state');
  const id = textParam(state, 'agentStateARN').split('/').at(-1) ?? '';
  const status = desk.staff.list('agentStatus', desk.user.instanceId).find((each) => each.id === id);
  if (status === undefined)
    throw new AgentCallError('ResourceNotFoundException', 'state: the instance has no such agent state');
  const record = desk.record();
  if (record.legs.length === 0) desk.save(chosen(record, status.id, desk.now));
  else if (params['enqueueNextState'] === true) desk.save({ ...record, nextStatusId: status.id });
  else if (record.legs.some((leg) => isVoice(leg) || leg.state === 'error'))
    throw invalidState('The state cannot change during a contact; it can be enqueued as the next one');
  else desk.save(chosen(record, status.id, desk.now));
  desk.life.assign();
  return {};
};

const chosen = (record: AgentRecord, statusId: string, since: number): AgentRecord => ({
  ...record,
  statusId,
  since: record.statusId === statusId ? record.since : since,
  nextStatusId: undefined,
});

/** Without contacts, the state that was enqueued holds. */
export const settle = (record: AgentRecord, now: number): AgentRecord =>
  record.legs.length > 0
    ? record
    : { ...chosen(record, record.nextStatusId ?? record.statusId, now), since: now };
