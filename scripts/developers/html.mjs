// HTML of the developer pages, in the look of the guide.
import {
  escaped,
  outlineOf,
  renderFrame,
  renderNeighbours,
  renderSearch,
  withOutline,
} from '../guide/html.mjs';
import {anchor} from '../guide/pages.mjs';

export const code = text => `<code>${escaped(text)}</code>`;
/** Returns the HTML of a description: text with code in backticks. */
export const inline = text =>
  text
    .split('`')
    .map((part, i) => (i % 2 ? code(part) : escaped(part)))
    .join('');

/** Returns a block of code; `label` is its accessible name. */
export const codeBlock = (source, label) =>
  `<pre class="code" tabindex="0" aria-label="${escaped(label)}"><code>${escaped(source)}</code></pre>`;

/** Returns a table that scrolls in its own region; '' without rows. */
export function table(caption, columns, entries, cellsOf) {
  if (entries.length === 0) return '';
  const cells = one =>
    cellsOf(one).map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`));
  return `<div class="tableau" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${columns.map(name => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${entries.map(one => `<tr>${cells(one).join('')}</tr>`).join('\n')}</tbody>
</table></div>
`;
}

const NEIGHBOURS = {list: 'Before and after', before: 'Before', after: 'After'};

/** Returns links to the sections of a page. */
const outline = body => {
  const headings = [...body.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)];
  const sections = headings.map(([, id, name]) => [id, name]);
  return outlineOf('on-this-page', 'On this page', sections);
};

/**
 * Returns a complete page.
 *
 * @param live HTML of a widget at the start of the page.
 */
export function page({file, title, body, tags, live = ''}) {
  const heading = /^[\s\S]*?<\/h1>/.exec(body)[0];
  const entries = [
    ['index.html', 'Overview'],
    ['frameworks.html', 'Frameworks'],
    ...tags.map(({tag, noun}) => [`${noun}.html`, code(`<${tag}>`)]),
  ];
  const at = entries.findIndex(([to]) => to === file);
  const link = ([to, name], rel = '') =>
    `<a href="${to}"${rel}${to === file ? ' aria-current="page"' : ''}>${name}</a>`;
  const content = `    <a class="evitement" href="#content">Skip to content</a>
    <header class="bandeau">
      <a class="marque" href="../../"><svg viewBox="0 0 40 14" width="40" height="14" aria-hidden="true"><circle class="acteur" cx="6" cy="7" r="5.5"/><path class="theme" d="M20 1l5.2 3v6L20 13l-5.2-3V4z"/><path class="projet" d="M29.5 2h10v10h-10z"/></svg>spass-widgets</a>
      ${renderSearch('en')}
      <nav aria-label="Developers">
        <a href="index.html">Developers</a>
        <a href="#pages">All pages</a>
        <a href="../index.html" lang="fr" hreflang="fr">Guide</a>
      </nav>
    </header>
    <main id="content" tabindex="-1" class="guide">
${withOutline(`${heading}\n${live}\n${body.slice(heading.length)}`, outline(live + body))}
    </main>
    ${renderNeighbours(NEIGHBOURS, entries[at - 1], entries[at + 1], link)}
    <footer class="pied">
      <nav class="plan" id="pages" aria-label="All pages for developers">
        <div>
          <h2>Developers</h2>
          <ul>
${entries.map(one => `<li>${link(one)}</li>`).join('\n')}
          </ul>
        </div>
        <div>
          <h2>More</h2>
          <ul>
            <li><a href="../api.html">Portal API</a></li>
            <li><a href="../index.html" lang="fr" hreflang="fr">Guide</a></li>
            <li><a href="../../configurateur/" lang="fr" hreflang="fr">Configurateur</a></li>
            <li><a href="llms.txt">llms.txt</a></li>
          </ul>
        </div>
      </nav>
    </footer>`;
  return renderFrame({
    lang: 'en',
    title: `${title} – spass-widgets for developers`,
    description: `${title}: reference of spass-widgets for developers.`,
    top: '../../',
    folder: '../',
    isLive: live !== '',
    body: content,
  });
}

/** Returns the HTML of a Markdown text that may contain HTML. */
export async function renderMarkdown(markdown) {
  // Imported lazily: in a new clone no packages are installed when this file is loaded.
  const {Marked} = await import('marked');
  const renderer = {
    heading({tokens, depth, text}) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({text}) {
      return `${codeBlock(text, 'Code')}\n`;
    },
  };
  return (await new Marked({renderer}).parse(markdown)).trim();
}
