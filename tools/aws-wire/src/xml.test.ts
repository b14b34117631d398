import { parseXml, xmlContent, xmlDocument, xmlEscape } from './xml.ts';

describe('writing XML', () => {
  it('writes structures, lists, maps, times and bytes', () => {
    const content = xmlContent({
      Name: 'a<b',
      Tags: [{ Key: 'k' }, 'text'],
      Attributes: new Map([['p', 1]]),
      At: new Date(0),
      Bytes: new Uint8Array([97]),
      On: true,
      None: undefined,
    });
    expect(content).toBe(
      '<Name>a&lt;b</Name><Tags><member><Key>k</Key></member><member>text</member></Tags>' +
        '<Attributes><entry><key>p</key><value>1</value></entry></Attributes>' +
        '<At>1970-01-01T00:00:00.000Z</At><Bytes>YQ==</Bytes><On>true</On>',
    );
  });

  it('names the namespace', () => {
    expect(xmlDocument('A', '<b/>', 'urn:x')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="urn:x"><b/></A>',
    );
  });
});

describe('reading XML', () => {
  it('gives every value as text, as it was written', () => {
    const text = 'a & <b> "c" \'d\' \r\n 007 ';
    expect(parseXml(xmlDocument('A', `<B>${xmlEscape(text)}</B><C>1</C><C>2</C>`))).toEqual({
      A: { B: text, C: ['1', '2'] },
    });
  });

  it('reads character references, and leaves entities alone that are not XML’s own', () => {
    expect(parseXml('<A>&#13;&#x41;&#x1F600;&amp;lt;&other;&#x110000;</A>')).toEqual({
      A: '\rA😀&lt;&other;&#x110000;',
    });
  });

  it('refuses what is not well formed', () => {
    expect(() => parseXml('<A><B></A>')).toThrow('not well-formed');
  });
});
