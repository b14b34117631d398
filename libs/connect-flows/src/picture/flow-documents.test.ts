import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitFlow } from '../builder/emit-flow.ts';
import { contactFlows } from '../flows/index.ts';
import { flowLines } from '../layout/flow-lines.ts';
import { drawFlow } from './draw-flow.ts';
import { flowDocuments } from './flow-documents.ts';
import { escaped, wrapped } from './xml.ts';

const folder = join(process.cwd(), 'docs');
const documents = flowDocuments();

describe('the documents of the flows', () => {
  it('are those that the flows give, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(documents).sort());
  });

  it.each(Object.entries(documents))('%s is current', (file, text) => {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  });
});

describe('a picture', () => {
  const document = emitFlow(contactFlows.AtlasEngineVoiceEntry);
  const picture = drawFlow(document, 'Voice entry');

  it('has every block by its name and every line', () => {
    for (const { Identifier } of document.Actions) expect(picture).toContain(`>${escaped(Identifier)}<`);
    const lines = flowLines(document);
    expect(picture.match(/class="line (?:next|condition|error)" d="M [\d.]+ [\d.]+ L/g)).toHaveLength(
      lines.length,
    );
  });

  it('has one start', () => {
    expect(picture.match(/class="block \w+ start"/g)).toHaveLength(1);
  });

  it('is the same each time', () => {
    expect(drawFlow(document, 'Voice entry')).toBe(picture);
  });

  it('keeps blocks apart', () => {
    const boxes = [...picture.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map(
      ([, ...numbers]) => numbers.map(Number) as [number, number, number, number],
    );
    expect(boxes).toHaveLength(document.Actions.length);
    const apart = boxes.every(([x, y, w, h], index) =>
      boxes.every(
        ([x2, y2, w2, h2], other) =>
          other === index || x + w <= x2 || x2 + w2 <= x || y + h <= y2 || y2 + h2 <= y,
      ),
    );
    expect(apart).toBe(true);
  });

  it('shortens and escapes texts', () => {
    expect(wrapped('one two three four', 9, 2)).toEqual(['one two', 'three …']);
    expect(wrapped('incomprehensible', 9, 1)).toEqual(['incompre…']);
    expect(escaped('<a & "b">')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
  });
});
