import { localPassword } from '@atlas-engine/local-cloud';
import { atlasNames } from '@atlas-engine/resource-names';
import { browserTests, expectAccessible, screenshot } from './index.ts';

const tests = browserTests();
const { identity } = atlasNames({ stage: 'local', account: '000000000000', region: 'us-east-1' });

/** The sign-in page, as a page of this client sends the browser there. */
async function openSignIn() {
  const { port, url } = tests.system;
  const page = await tests.newPage();
  const parameter = { Name: identity.parameters.clientId };
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20261121/us-east-1/ssm/aws4_request, Signature=none',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameter',
    },
    body: JSON.stringify(parameter),
  });
  const { Parameter } = (await answer.json()) as { Parameter: { Value: string } };
  const callback = 'http://localhost:4200/';
  // Nobody needs to be there: where the browser is sent is what is looked at.
  page.problems.allow(/localhost:4200/);
  const query = new URLSearchParams({
    client_id: Parameter.Value,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'state-1',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
  });
  await page.goto(
    `http://${identity.domainPrefix}.auth.us-east-1.localhost:${String(port)}/oauth2/authorize?${query.toString()}`,
  );
  return page;
}

describe('the sign-in page of the local cloud', () => {
  it('lets an agent in by keyboard, and sends the browser back', async () => {
    const page = await openSignIn();
    await expectAccessible(page);
    await screenshot(page, 'console/user-pool');
    await page.keyboard.type('avery.agent');
    await page.keyboard.press('Tab');
    await page.keyboard.type(localPassword);
    const back = page.waitForRequest(/localhost:4200/);
    await page.keyboard.press('Enter');
    expect((await back).url()).toMatch(/\/\?code=[\w-]+&state=state-1$/);
  });

  it('says what is wrong, and keeps the name', async () => {
    const page = await openSignIn();
    await page.getByLabel('User name').fill('avery.agent');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'Incorrect username or password.' }).waitFor();
    expect(await page.getByLabel('User name').inputValue()).toBe('avery.agent');
    await expectAccessible(page);
  });
});
