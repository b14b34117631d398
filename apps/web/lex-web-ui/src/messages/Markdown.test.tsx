/** @jest-environment jsdom */
import { rendered } from '../fixtures/rendered.tsx';
import { Markdown } from './Markdown.tsx';

const html = async (text: string): Promise<string> =>
  (await rendered(<Markdown text={text} />)).root.innerHTML;

describe('markdown', () => {
  it('is drawn as elements', async () => {
    expect(await html('**bold** *thin* ~~gone~~ `code`')).toBe(
      '<p><strong>bold</strong> <em>thin</em> <del>gone</del> <code>code</code></p>',
    );
    expect(await html('- one\n- two')).toBe('<ul><li>one</li><li>two</li></ul>');
    expect(await html('3. three\n4. four')).toBe('<ol start="3"><li>three</li><li>four</li></ol>');
    expect(await html('# Title')).toBe('<p><strong>Title</strong></p>');
    expect(await html('> said')).toBe('<blockquote><p>said</p></blockquote>');
    expect(await html('```\nlet x;\n```')).toBe('<pre tabindex="0"><code>let x;</code></pre>');
    expect(await html('a\nb')).toBe('<p>a<br>b</p>');
    expect(await html('|a|b|\n|-|-|\n|1|2|')).toContain('<th scope="col">a</th>');
    expect(await html('fish &amp; chips &lt;3')).toBe('<p>fish &amp; chips &lt;3</p>');
  });

  it('opens links elsewhere, without telling where from', async () => {
    expect(await html('[site](https://example.com/) https://example.org')).toBe(
      '<p><a href="https://example.com/" title="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">site</a> ' +
        '<a href="https://example.org/" title="https://example.org/" target="_blank" rel="noopener noreferrer nofollow">https://example.org</a></p>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](<java script:alert(1)>)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](https://example.com/tracker.png)',
    '![x](javascript:alert(1))',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>*{display:none}</style>',
    '[x]: javascript:alert(1)\n\n[x]',
    '**<b onclick=alert(1)>x</b>**',
    '- <details open ontoggle=alert(1)>',
    '`<img src=x onerror=alert(1)>`',
    '| <img src=x onerror=alert(1)> |\n|-|\n| x |',
  ])('never draws HTML, scripts or pictures: %s', async (text) => {
    const { root } = await rendered(<Markdown text={text} />);
    expect(
      root.querySelector('script, img, svg, iframe, style, details, b, [onclick], [onerror]'),
    ).toBeNull();
    for (const link of root.querySelectorAll('a')) expect(link.protocol).toMatch(/^(https|mailto|tel):$/);
  });

  it('of any depth and length is drawn', async () => {
    expect(await html('> '.repeat(500) + 'deep')).toContain('deep');
    expect(await html('*a '.repeat(3000))).toContain('a');
    expect(await html('[[[[[['.repeat(500))).toContain('[[[');
  });
});
