import { createInMemoryInteractionStore, createInMemoryStorage } from './testing/index.ts';
import { aRequest, anOpening, contactId, keyOf, noon, phone } from './testing/fixtures.ts';
import { interactionsTable, taskTokensTable } from './table-definitions.ts';

describe('the table definitions', () => {
  it('name the key attributes that items carry', async () => {
    const storage = createInMemoryStorage();
    const store = createInMemoryInteractionStore(storage);
    await store.receiveRequest(aRequest(), noon);
    await store.openCall(anOpening());
    await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 });
    await store.recordPlaced({ key: keyOf(), contactId, at: noon });
    const named = [interactionsTable, ...interactionsTable.indexes].flatMap((keys) => [
      keys.partitionKey,
      ...('sortKey' in keys ? [keys.sortKey] : []),
    ]);
    const carried = new Set(storage.items().flatMap((item) => Object.keys(item)));

    expect(named.filter((attribute) => !carried.has(attribute))).toEqual([]);
    expect(carried).toContain(taskTokensTable.timeToLiveAttribute);
  });

  it('keep the phone number out of every key but its own partition and index', async () => {
    const storage = createInMemoryStorage();
    const store = createInMemoryInteractionStore(storage);
    await store.receiveRequest(aRequest(), noon);
    await store.openCall(anOpening());
    await store.claimDial({ key: keyOf(), phone, at: noon, version: 0 });
    const others = storage
      .items()
      .flatMap(({ PK, SK, GSI1PK, GSI3PK, GSI3SK }) => [SK, GSI1PK, GSI3PK, GSI3SK, PK]);

    expect(others.filter((value) => JSON.stringify(value ?? '').includes(phone))).toEqual([`PHONE#${phone}`]);
  });
});
