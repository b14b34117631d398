const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/** What is wrong with a text in SSML; undefined when it is well formed. */
export function ssmlProblem(ssml: string): string | undefined {
  const text = ssml.trim();
  if (!/^<speak[\s>]/.test(text)) return 'does not begin with <speak>';
  if (!text.endsWith('</speak>')) return 'does not end with </speak>';
  if (text.replaceAll(tag, '').includes('<')) return 'has a "<" that begins no tag';
  return unbalanced(text);
}

function unbalanced(text: string): string | undefined {
  const open: string[] = [];
  for (const [, closing, name = '', , empty] of text.matchAll(tag)) {
    if (empty === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return `closes <${name}> where ${shown(open.at(-1))} is open`;
  }
  return open.length === 0 ? undefined : `does not close ${shown(open.at(-1))}`;
}

const shown = (name: string | undefined): string => (name === undefined ? 'nothing' : `<${name}>`);
