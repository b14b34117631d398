import type { ComponentChildren } from 'preact';
import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { safeLink } from './safe-url.ts';

/** Levels of lists and quotations that are drawn; deeper ones are shown as they were written. */
const deepest = 6;

/**
 * Markdown as elements. There is no HTML on the way: the parser gives tokens, each known kind of token becomes an
 * element whose content is text, and everything else, HTML included, is shown as it was written.
 */
export const Markdown = ({ text }: { readonly text: string }) => <>{blocks(tokensOf(text), 0)}</>;

const tokensOf = (text: string): readonly Token[] => {
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(text);
  } catch {
    return [{ type: 'text', raw: text, text }];
  }
};

const blocks = (tokens: readonly Token[], depth: number): ComponentChildren[] =>
  tokens.map((token, index) => <Block key={index} token={token} depth={depth} />);

type Drawn<Name extends string> = (
  token: Extract<MarkedToken, { readonly type: Name }>,
  depth: number,
) => ComponentChildren;
type Drawing = (token: Token, depth: number) => ComponentChildren;

/** How each kind of block is drawn; one that is not here is shown as it was written. */
const drawnBlocks: { readonly [Name in MarkedToken['type']]?: Drawn<Name> } = {
  space: () => null,
  hr: () => <hr />,
  // A heading would be one of the page.
  heading: ({ tokens }) => (
    <p>
      <strong>{inline(tokens)}</strong>
    </p>
  ),
  paragraph: ({ tokens }) => <p>{inline(tokens)}</p>,
  text: (token) => inline('tokens' in token ? token.tokens : [token]),
  code: ({ text }) => (
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  ),
  blockquote: ({ tokens }, depth) => <blockquote>{blocks(tokens, depth + 1)}</blockquote>,
  list: (token, depth) => <ListBlock token={token} depth={depth} />,
  table: (token) => <TableBlock token={token} />,
};

function Block({ token, depth }: { readonly token: Token; readonly depth: number }) {
  const draw = depth > deepest ? undefined : drawingOf(drawnBlocks, token.type);
  return draw ? <>{draw(token, depth)}</> : <p>{token.raw}</p>;
}

const drawingOf = (drawings: object, type: string): Drawing | undefined =>
  Object.hasOwn(drawings, type) ? (drawings as Readonly<Record<string, Drawing>>)[type] : undefined;

function ListBlock({ token, depth }: { readonly token: Tokens.List; readonly depth: number }) {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, depth + 1)}</li>);
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

const TableBlock = ({ token }: { readonly token: Tokens.Table }) => (
  <div class="table" tabIndex={0}>
    <table>
      <thead>
        <tr>
          {token.header.map((cell, index) => (
            <th key={index} scope="col">
              {inline(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{inline(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const inline = (tokens: readonly Token[], depth = 0): ComponentChildren[] =>
  tokens.map((token, index) => <Inline key={index} token={token} depth={depth} />);

/** What is written inside of a token, drawn as deep as it may be. */
const inside = (token: Extract<MarkedToken, { tokens?: Token[] }>, depth: number): ComponentChildren =>
  depth < deepest && token.tokens ? inline(token.tokens, depth + 1) : token.raw;

/** How each kind of token within a line is drawn. Pictures would tell their server who reads, and HTML is not drawn. */
const drawnInline: { readonly [Name in MarkedToken['type']]?: Drawn<Name> } = {
  strong: (token, depth) => <strong>{inside(token, depth)}</strong>,
  em: (token, depth) => <em>{inside(token, depth)}</em>,
  del: (token, depth) => <del>{inside(token, depth)}</del>,
  codespan: ({ text }) => <code>{text}</code>,
  br: () => <br />,
  link: (token, depth) => <Link token={token}>{inside(token, depth)}</Link>,
  escape: ({ text }) => withoutEntities(text),
  text: (token, depth) => ('tokens' in token ? inside(token, depth) : withoutEntities(token.text)),
};

function Inline({ token, depth }: { readonly token: Token; readonly depth: number }) {
  return <>{drawingOf(drawnInline, token.type)?.(token, depth) ?? token.raw}</>;
}

function Link({ token, children }: { readonly token: Tokens.Link; readonly children: ComponentChildren }) {
  const href = safeLink(token.href);
  if (!href) return <>{token.raw}</>;
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
};

/** The entities that people write; they become text, never markup. */
const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
