import { attributesDigest, bodyDigest } from './message-digest.ts';

describe('the digests of a message', () => {
  it('are those of AWS for a body and for attributes', () => {
    expect(bodyDigest('This is a test message')).toBe('fafb00f5732ab283681e124bf8747ed1');
    expect(
      attributesDigest({ timestamp: { DataType: 'Number.java.lang.Long', StringValue: '1493147359900' } }),
    ).toBe('2e2e4876d8e0bd6b8c2c8f556831c349');
    expect(attributesDigest({ timestamp: { DataType: 'Number', StringValue: '1493147359900' } })).toBe(
      '235c5c510d26fb653d073faed50ae77c',
    );
  });

  it('do not depend on the order of attributes, and are absent without any', () => {
    const a = { DataType: 'String', StringValue: '1' };
    const b = { DataType: 'Binary', BinaryValue: 'AQI=' };
    expect(attributesDigest({ a, b })).toBe(attributesDigest({ b, a }));
    expect(attributesDigest({})).toBeUndefined();
  });
});
