// Frame of the pages of the guide: header with the search, sidebar with all pages, the pages before and after.
import {escaped, renderFrame, renderNeighbours, renderSearch, withOutline} from './html.mjs';

const NEIGHBOURS = {list: 'Avant et après', before: 'Avant', after: 'Après'};

/**
 * Returns the complete HTML of a page.
 *
 * @param page `file`, `title`, `description`, `lang`, `body`, which starts with its `h1`, `outline`, `isHome`,
 * and `live`: HTML of a widget at the start of the page.
 * @param entries Pages of the guide in reading order, and `components` of the tags: `file`, `name`, `lang`, `group`.
 */
export function renderGuidePage(page, entries, components) {
  const {file, title, description, lang, outline, body, live, isHome} = page;
  const own = '../'.repeat(file.split('/').length - 1);
  const top = `${own}../`;
  const link = (one, rel = '') =>
    `<a href="${own}${one.file}"${rel}${one.file === file ? ' aria-current="page"' : ''}${one.lang === 'en' ? ' lang="en" hreflang="en"' : ''}>${escaped(one.name)}</a>`;
  const list = pages => `<ul>${pages.map(one => `<li>${link(one)}</li>`).join('\n')}</ul>`;
  // Only the group of the page is open: the list of all pages is longer than the screen.
  const renderGroup = group => `<details${group === page.group ? ' open' : ''}>
            <summary>${escaped(group)}</summary>
            ${list(entries.filter(one => one.group === group))}
          </details>`;
  const ofGuide = `<div>
          <h2><a href="${own}index.html">Le guide</a></h2>
          ${[...new Set(entries.map(({group}) => group))].map(renderGroup).join('\n')}
        </div>`;
  const ofComponents = `<div>
          <h2>Les composants</h2>
          ${list(components)}
        </div>`;
  const all = live ? components : entries;
  const at = all.findIndex(one => one.file === file);
  const isLive = live !== undefined || isHome;
  const start = /^<h1[^]*?<\/h1>/.exec(body)?.[0] ?? '';
  const content = `    <a class="evitement" href="#contenu">Aller au contenu</a>
    <header class="bandeau">
      <a class="marque" href="${top}"><svg viewBox="0 0 40 14" width="40" height="14" aria-hidden="true"><circle class="acteur" cx="6" cy="7" r="5.5"/><path class="theme" d="M20 1l5.2 3v6L20 13l-5.2-3V4z"/><path class="projet" d="M29.5 2h10v10h-10z"/></svg>spass-widgets</a>
      ${renderSearch('fr')}
      <nav aria-label="Guide">
        <a href="${top}configurateur/">Configurateur</a>
        <a href="#pages">Tout le guide</a>
      </nav>
    </header>
    <main id="contenu" tabindex="-1" class="guide${isHome ? ' accueil' : ''}"${lang === 'en' ? ' lang="en"' : ''}>
${withOutline(`${start}\n${live ?? ''}\n${body.slice(start.length)}`, outline)}
    </main>
    ${renderNeighbours(NEIGHBOURS, all[at - 1], all[at + 1], link)}
    <footer class="pied">
      <nav class="plan" id="pages" aria-label="Toutes les pages du guide">
        ${live ? ofComponents + ofGuide : ofGuide + ofComponents}
        <div>
          <h2>Essayer</h2>
          <ul>
            <li><a href="${top}">La démonstration</a></li>
            <li><a href="${top}configurateur/">Le configurateur</a></li>
            <li><a href="${own}developers/index.html" lang="en" hreflang="en">Developers</a> (en anglais)</li>
            <li><a href="${top}configurateur/spass-widgets.zip" download>Les fichiers à héberger (zip)</a></li>
          </ul>
        </div>
      </nav>
    </footer>`;
  return renderFrame({
    lang: 'fr',
    title: `${title} – guide de spass-widgets`,
    description,
    top,
    folder: own,
    isLive,
    hasThumbnails: isHome,
    body: content,
  });
}
