/** What every function finds in its environment. */
const common = {
  AWS_REGION: 'us-east-1',
  ATLAS_LOG_LEVEL: 'error',
  ATLAS_STAGE: 'local',
  INTERACTIONS_TABLE: 'AtlasEngineInteractions-test',
  TASK_TOKENS_TABLE: 'AtlasEngineTaskTokens-test',
};

/**
 * Gives each case of a test file an environment of its own, in which a handler that is imported within the case starts
 * anew; what it logs is not shown.
 */
export function useEnvironment(variables: Readonly<Record<string, string>>): void {
  const original = process.env;
  beforeEach(() => {
    jest.resetModules();
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    process.env = { ...original, ...common, ...variables };
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.env = original;
  });
}
