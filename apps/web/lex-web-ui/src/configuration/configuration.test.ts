import { applyLook } from './apply-look.ts';
import { loadConfiguration } from './load-configuration.ts';

const right = {
  stage: 'local',
  region: 'us-east-1',
  endpoints: 'aws',
  identityPoolId: 'us-east-1:8c4d2f1e-0000-4000-8000-000000000000',
  bot: { id: 'ABCDEFGHIJ', aliasId: 'TSTALIASID' },
  locales: ['en-US'],
  allowedParents: ['*'],
  voice: true,
  handOff: true,
};
const load = (answer: unknown) =>
  loadConfiguration(
    () => Promise.resolve(answer instanceof Response ? answer : Response.json(answer)),
    'https://c.test/config.json',
  );

describe('the configuration', () => {
  it('is read', async () => {
    await expect(load(right)).resolves.toEqual(right);
  });

  it.each([
    [{ ...right, locales: ['xx-XX'] }, /config\.json: locales\.0: .*en-US/],
    [{ ...right, bot: { ...right.bot, id: 'x' } }, /config\.json: bot\.id: must be a Lex bot's id/],
    [{ ...right, colour: 'red' }, /config\.json: it: .*colour/],
    [new Response('<html>'), /config\.json: SyntaxError/],
    [new Response('', { status: 404 }), /config\.json: HTTP 404/],
  ])('that is wrong names the key and what is allowed (%#)', async (answer, line) => {
    const error: unknown = await load(answer).catch((problem: unknown) => problem);
    expect((error as { readonly lines: readonly string[] }).lines[0]).toMatch(line);
  });
});

describe('the look', () => {
  const applied = (tokens: Readonly<Record<string, string>>) => {
    const properties: Record<string, string> = {};
    const dataset: Record<string, string> = {};
    const style = { setProperty: (name: string, value: string) => (properties[name] = value) };
    const page = { style, dataset } as unknown as HTMLElement;
    applyLook(
      page,
      { theme: 'dark', tokens },
      (property, value) => property !== 'color' || /^(#|red)/.test(value),
    );
    return { properties, dataset };
  };

  it('is what the browser takes for a colour, a length or a font', () => {
    expect(applied({ accent: ' red ', surface: 'no colour', radius: '4px' })).toEqual({
      properties: { '--atlas-chat-accent': 'red', '--atlas-chat-radius': '4px' },
      dataset: { theme: 'dark' },
    });
  });

  it('loads nothing and sets no other property', () => {
    expect(
      applied({ font: 'url(https://example.com)', radius: 'var(--x)', display: 'none' }).properties,
    ).toEqual({});
  });
});
