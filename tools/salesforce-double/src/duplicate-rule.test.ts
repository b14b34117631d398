import { lead, openOrg } from './fixtures/org.ts';

const ada = { ...lead, LastName: 'Doe', Email: 'Ada@example.com', Phone: '+1 212 555 0100' };
const allowSave = { 'sforce-duplicate-rule-header': 'allowSave=true' };

async function orgWith(leadDuplicates: 'off' | 'alert' | 'block') {
  const org = await openOrg({ rules: { leadDuplicates } });
  const create = (body: object, headers = {}) =>
    org.call('/sobjects/Lead', { method: 'POST', body, headers });
  const known = (await create(ada)).json.id;
  return { org, create, known };
}

describe('the lead duplicate rule', () => {
  it('names the lead with the same e-mail', async () => {
    const { create, known } = await orgWith('alert');
    const { status, json } = await create({ ...lead, LastName: 'Roe', Email: 'ada@EXAMPLE.com' });
    expect(status).toBe(400);
    expect(json).toMatchObject([
      {
        errorCode: 'DUPLICATES_DETECTED',
        message: 'Use one of these records?',
        duplicateResult: {
          allowSave: true,
          duplicateRuleEntityType: 'Lead',
          matchResults: [
            {
              size: 1,
              matchRecords: [
                {
                  record: {
                    Id: known,
                    attributes: { type: 'Lead', url: `/services/data/v62.0/sobjects/Lead/${known}` },
                  },
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('needs the last name beside the same phone', async () => {
    const { create } = await orgWith('alert');
    expect((await create({ ...lead, LastName: 'doe', Phone: '+12125550100' })).json[0]!.errorCode).toBe(
      'DUPLICATES_DETECTED',
    );
    expect((await create({ ...lead, LastName: 'Roe', Phone: '+12125550100' })).status).toBe(201);
  });

  it('is overridden by the header only when it alerts', async () => {
    expect((await (await orgWith('alert')).create(ada, allowSave)).status).toBe(201);
    const refused = await (await orgWith('block')).create(ada, allowSave);
    expect(refused.json[0]!.duplicateResult.allowSave).toBe(false);
    expect((await (await orgWith('off')).create(ada)).status).toBe(201);
  });

  it('looks at an update only when what it matches on changes', async () => {
    const { org, create, known } = await orgWith('alert');
    const other = (await create({ ...lead, LastName: 'Roe' })).json.id;
    const update = (id: string, body: object) => org.call(`/sobjects/Lead/${id}`, { method: 'PATCH', body });
    expect((await update(known, { Company: 'X', Email: 'ada@example.com' })).status).toBe(204);
    expect((await update(other, { Email: 'ada@example.com' })).json[0]!.errorCode).toBe(
      'DUPLICATES_DETECTED',
    );
  });
});
