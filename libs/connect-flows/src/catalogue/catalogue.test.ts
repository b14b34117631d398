import type { ErrorType } from './action-spec.ts';
import { branchRuleOf } from './branch-rule-of.ts';
import { type ActionType, actionTypes, catalogue, specOf } from './catalogue.ts';
import { mistakenTypes } from './mistaken-types.ts';
import { parameterProblems } from './parameter-problems.ts';

const problems = (type: ActionType, parameters: Record<string, unknown>) =>
  parameterProblems(type, parameters);
const required = (type: ActionType, parameters: Record<string, unknown> = {}) =>
  branchRuleOf(type, parameters).requiredErrors ?? [];
const optional = (type: ActionType): readonly ErrorType[] => branchRuleOf(type, {}).optionalErrors ?? [];

describe('the catalogue', () => {
  it.each(actionTypes)('%s has a default form, and disputes only what it allows', (type) => {
    const spec = specOf(type);
    expect(spec.branches.at(-1)).not.toHaveProperty('when');
    expect(spec.flowTypes).toEqual(expect.arrayContaining([...(spec.disputed ?? [])]));
    expect(new Set(spec.flowTypes).size).toBe(spec.flowTypes.length);
    expect(spec.summary).toMatch(/^[A-Z].*\.$/);
  });

  it.each(actionTypes)('%s repeats in NextAction only a branch that it must have', (type) => {
    for (const { next, requiredErrors = [], conditions } of specOf(type).branches) {
      if (typeof next === 'string') continue;
      expect([...requiredErrors, ...(conditions?.required ?? [])]).toContain(next.copy);
    }
  });

  it.each(Object.entries(mistakenTypes))('%s is not a type, %s is', (mistaken, meant) => {
    expect(Object.keys(catalogue)).not.toContain(mistaken);
    expect(Object.keys(catalogue)).toContain(meant);
  });
});

describe('where the documentation misleads', () => {
  it('Wait takes TimeLimitSeconds, not TimeoutSeconds', () => {
    expect(problems('Wait', { TimeLimitSeconds: '900' })).toEqual([]);
    expect(problems('Wait', { TimeoutSeconds: '900' })).toEqual([
      'needs the parameter TimeLimitSeconds',
      'has no parameter TimeoutSeconds',
    ]);
  });

  it('a call outside is limited by ThirdPartyConnectionTimeLimitSeconds', () => {
    const number = { ThirdPartyPhoneNumber: '+12125550100' };
    const type = 'TransferParticipantToThirdParty';
    expect(problems(type, { ...number, ThirdPartyConnectionTimeLimitSeconds: '30' })).toEqual([]);
    expect(problems(type, { ...number, ThirdPartyConnectionTimeoutSeconds: '30' })).toEqual([
      'has no parameter ThirdPartyConnectionTimeoutSeconds',
    ]);
    expect(required(type, { ContinueFlowExecution: 'True' })).toHaveLength(3);
    expect(required(type, { ContinueFlowExecution: 'False' })).toEqual(['NoMatchingError']);
  });

  it('the types are UntagContact and UpdateContactRoutingCriteria', () => {
    expect(mistakenTypes['UnTagContact']).toBe('UntagContact');
    expect(mistakenTypes['UpdateRoutingCriteria']).toBe('UpdateContactRoutingCriteria');
  });

  it('flow attributes are objects with a Value, and their error branch is required', () => {
    expect(problems('UpdateFlowAttributes', { FlowAttributes: { a: { Value: '1' } } })).toEqual([]);
    expect(problems('UpdateFlowAttributes', { FlowAttributes: { a: '1' } })).toEqual([
      expect.stringMatching(/^FlowAttributes\.a: .*expected object/),
    ]);
    expect(required('UpdateFlowAttributes')).toEqual(['NoMatchingError']);
  });

  it('TagContact needs an error branch; a message and a voice do not', () => {
    expect(required('TagContact')).toEqual(['NoMatchingError']);
    for (const type of ['MessageParticipant', 'UpdateContactTextToSpeechVoice'] as const) {
      expect(required(type)).toEqual([]);
      expect(optional(type)).toEqual(['NoMatchingError']);
    }
  });

  it('CheckMetricData needs both error branches for every metric', () => {
    for (const MetricType of ['NumberOfAgentsAvailable', 'OldestContactInQueueAgeSeconds'])
      expect(required('CheckMetricData', { MetricType })).toEqual(['NoMatchingError', 'NoMatchingCondition']);
  });

  it('stored input has no conditions; a menu needs all three error branches', () => {
    const stored = branchRuleOf('GetParticipantInput', { StoreInput: 'True' });
    expect(stored.conditions).toBeUndefined();
    expect(stored.requiredErrors).toEqual(['NoMatchingError']);
    expect(required('GetParticipantInput', { StoreInput: 'False' })).toHaveLength(3);
    const phone = {
      StoreInput: 'True',
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
    };
    expect(required('GetParticipantInput', phone)).toEqual(['NoMatchingError', 'InvalidPhoneNumber']);
  });

  it('a callback number has two error branches of its own and no other', () => {
    const rule = branchRuleOf('UpdateContactCallbackNumber', {});
    expect(rule.requiredErrors).toEqual(['InvalidCallbackNumber', 'CallbackNumberNotDialable']);
    expect(rule.optionalErrors).toBeUndefined();
    expect(problems('UpdateContactCallbackNumber', { CallbackNumber: '+12125550100' })).toEqual([
      'CallbackNumber: must be one reference such as $.Attributes.name',
    ]);
  });

  it('a transfer to a queue takes no queue and needs both error branches', () => {
    expect(problems('TransferContactToQueue', { QueueId: 'q' })).toEqual(['has no parameter QueueId']);
    expect(required('TransferContactToQueue')).toEqual(['QueueAtCapacity', 'NoMatchingError']);
  });

  it('the fields of a customer profile are a list', () => {
    const request = { ProfileRequestData: { PhoneNumber: '$.CustomerEndpoint.Address' } };
    expect(problems('GetCustomerProfile', { ...request, ProfileResponseData: ['FirstName'] })).toEqual([]);
    expect(problems('GetCustomerProfile', { ...request, ProfileResponseData: {} })).toHaveLength(1);
  });

  it('shares of a distribution are NumberLessThan', () => {
    expect(branchRuleOf('DistributeByPercentage', {}).conditions?.operators).toEqual(['NumberLessThan']);
  });

  it('recording with analysis concerns exactly one medium', () => {
    const type = 'UpdateContactRecordingAndAnalyticsBehavior';
    expect(problems(type, { VoiceBehavior: {} })).toEqual([]);
    expect(problems(type, { VoiceBehavior: {}, ChatBehavior: {} })).toEqual([
      'needs exactly one of VoiceBehavior, ChatBehavior, ScreenRecordingBehavior; it has VoiceBehavior and ChatBehavior',
    ]);
    expect(required(type, { ChatBehavior: {} })).toContain('InFlightRedactionConfigurationFailed');
  });

  it('EventHooksConfiguration is exported, and refused when a flow is created', () => {
    const hooks = { EventHooks: { CustomerQueue: 'arn' } };
    expect(problems('UpdateContactEventHooks', hooks)).toEqual([]);
    expect(problems('UpdateContactEventHooks', { ...hooks, EventHooksConfiguration: {} })).toEqual([
      'has no parameter EventHooksConfiguration',
    ]);
  });

  it('numbers and booleans are texts', () => {
    expect(problems('Loop', { LoopCount: '3' })).toEqual([]);
    expect(problems('Loop', { LoopCount: 3 })).toHaveLength(1);
    expect(problems('GetParticipantInput', { InputTimeLimitSeconds: '5', StoreInput: false })).toHaveLength(
      1,
    );
  });
});

describe('parameters', () => {
  it('of a function are limited to the 8 seconds that a flow waits', () => {
    const call = (seconds: string) =>
      problems('InvokeLambdaFunction', { LambdaFunctionARN: 'arn', InvocationTimeLimitSeconds: seconds });
    expect(call('8')).toEqual([]);
    expect(call('9')).toEqual(['InvocationTimeLimitSeconds: must be a whole number as text, 1 to 8']);
  });

  it('of a prompt exclude each other', () => {
    expect(problems('MessageParticipant', { Text: 'a', SSML: '<speak>a</speak>' })).toEqual([
      'needs exactly one of PromptId, Text, SSML, Media; it has Text and SSML',
    ]);
    expect(problems('MessageParticipant', {})).toEqual([
      'needs exactly one of PromptId, Text, SSML, Media; it has none',
    ]);
  });

  it('of a message have 6 000 characters at most', () => {
    expect(problems('MessageParticipant', { Text: 'a'.repeat(6_001) })).toEqual([
      expect.stringMatching(/^Text: .*6000/),
    ]);
  });
});
