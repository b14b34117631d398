import * as z from 'zod';
import { ConfigurationError } from './configuration-error.ts';
import { jsonVariable, readConfiguration } from './configuration.ts';

const schema = z.object({
  INTERACTIONS_TABLE: z.string().min(3),
  ATLAS_STAGE: z.enum(['local', 'dev']),
  PACING_BURST: z.coerce.number().int().min(1).max(100).default(5),
  ATLAS_CALLING_POLICY: jsonVariable(z.strictObject({ horizonDays: z.int().max(60) })).optional(),
});

const failure = (environment: Record<string, string>): ConfigurationError => {
  try {
    readConfiguration(schema, environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('readConfiguration', () => {
  it('reads what the schema names and nothing else', () => {
    const environment = { INTERACTIONS_TABLE: 'Interactions', ATLAS_STAGE: 'dev', PATH: '/bin' };

    expect(readConfiguration(schema, environment)).toEqual({
      INTERACTIONS_TABLE: 'Interactions',
      ATLAS_STAGE: 'dev',
      PACING_BURST: 5,
    });
  });

  it('names every missing variable', () => {
    const error = failure({});

    expect(error.message).toContain('INTERACTIONS_TABLE is missing; it must be of type string');
    expect(error.message).toContain('ATLAS_STAGE is missing; it must be one of "local", "dev"');
    expect(error.details['variables']).toBe('INTERACTIONS_TABLE, ATLAS_STAGE');
  });

  it('says what is allowed and never repeats a malformed value', () => {
    const error = failure({ INTERACTIONS_TABLE: 'ok', ATLAS_STAGE: 'hunter2', PACING_BURST: '4711' });

    expect(error.message).toContain('INTERACTIONS_TABLE is malformed: it must have at least 3 characters');
    expect(error.message).toContain('ATLAS_STAGE is malformed: it must be one of "local", "dev"');
    expect(error.message).toContain('PACING_BURST is malformed: it must be at most 100');
    expect(error.message).not.toMatch(/hunter2|4711/);
  });

  it('names the path inside a variable that holds JSON', () => {
    const complete = { INTERACTIONS_TABLE: 'Interactions', ATLAS_STAGE: 'dev' };

    expect(failure({ ...complete, ATLAS_CALLING_POLICY: '{' }).message).toContain(
      'ATLAS_CALLING_POLICY is malformed: it must be JSON',
    );
    expect(failure({ ...complete, ATLAS_CALLING_POLICY: '{"horizonDays":90}' }).message).toContain(
      'ATLAS_CALLING_POLICY.horizonDays is malformed: it must be at most 60',
    );
    expect(failure({ ...complete, ATLAS_CALLING_POLICY: '{"horizonDays":9,"hunter2":1}' }).message).toContain(
      'ATLAS_CALLING_POLICY is malformed: it has a field that is not known',
    );
  });
});
