import { defaultCallingPolicy } from '@atlas-engine/domain';
import { ConfigurationError } from '@atlas-engine/function-kit';
import { callingPolicyFromEnvironment } from './calling-policy-from-environment.ts';

describe('callingPolicyFromEnvironment', () => {
  it('is the default without the variable', () => {
    expect(callingPolicyFromEnvironment({})).toEqual(defaultCallingPolicy);
  });

  it('takes what the variable says over the defaults', () => {
    const policy = callingPolicyFromEnvironment({ ATLAS_CALLING_POLICY: '{"maxAttemptsPerRequest":2}' });

    expect(policy).toEqual({ ...defaultCallingPolicy, maxAttemptsPerRequest: 2 });
  });

  it.each([
    ['{"maxAttemptsPerRequest":0}', /ATLAS_CALLING_POLICY is malformed: maxAttemptsPerRequest.* 1 to 50/],
    ['{"maxAttempts":3}', /maxAttempts.*allowed are .*maxAttemptsPerRequest/],
    ['{', /ATLAS_CALLING_POLICY is malformed: it must be JSON/],
  ])('refuses %s and says what is allowed', (value, message) => {
    expect(() => callingPolicyFromEnvironment({ ATLAS_CALLING_POLICY: value })).toThrow(message);
    expect(() => callingPolicyFromEnvironment({ ATLAS_CALLING_POLICY: value })).toThrow(ConfigurationError);
  });
});
