import { readConfiguration } from './configuration.ts';

const right = {
  stage: 'local',
  region: 'us-east-1',
  endpoints: 'local',
  connect: { instanceAlias: 'atlas-local' },
  signIn: { userPoolId: 'us-east-1_Ab12Cd34E', clientId: 'client', domain: 'atlas-engine-local' },
};
const answering = (answer: Response | Error) =>
  (() => (answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer))) as typeof fetch;

describe('readConfiguration', () => {
  it('gives what the site says', async () => {
    await expect(readConfiguration(answering(Response.json(right)))).resolves.toEqual(right);
  });

  it('names the key that is wrong', async () => {
    const wrong = Response.json({ ...right, connect: { instanceAlias: 'd-1' } });
    await expect(readConfiguration(answering(wrong))).rejects.toThrow('connect.instanceAlias');
  });

  it.each([new Response('', { status: 404 }), new TypeError('failed to fetch')])(
    'says that there is none (%#)',
    async (answer) => {
      await expect(readConfiguration(answering(answer))).rejects.toThrow('/config.json cannot be read');
    },
  );
});
