import {Marked, type Tokens} from 'marked';
import {safeLink} from '../../../../src/model/schemas/safe-urls.js';
import {html, type Html, trusted} from '../../markup.js';

/** Depth of the first heading of a text: the page has the first. */
const FIRST_HEADING = 2;

/**
 * Returns the address of a link, or undefined if it may not be followed. Browsers ignore spaces before a scheme, and
 * tabs and line breaks inside it.
 */
function safeTarget(href: string): string | undefined {
  const address = href.trim();
  if (/\p{Cc}/u.test(href)) return undefined;
  return /^[a-z][a-z\d+.-]*:/i.test(address) ? safeLink(address) : address;
}

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({text}: Tokens.HTML | Tokens.Tag) => html`${text}`.source,
    heading({tokens, depth}: Tokens.Heading) {
      const level = Math.min(6, Math.max(FIRST_HEADING, depth));
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({href, tokens}: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      const target = safeTarget(href);
      return target === undefined ? text : html`<a href="${target}">${trusted(text)}</a>`.source;
    },
    image: ({text}: Tokens.Image) => html`${text}`.source,
  },
});

/**
 * Returns Markdown as HTML. HTML inside it is shown as text, links are checked as in the widgets, and pictures are
 * links: only `fichiers/` is published, through the records.
 */
export const renderMarkdown = (markdown: string): Html =>
  trusted(marked.parse(markdown, {async: false}).trim());

/** Returns the paragraphs of a plain text. */
export const paragraphs = (text: string): readonly Html[] =>
  text
    .split(/\n\s*\n|\r\n\s*\r\n/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => html`<p>${part}</p>`);
