// HTML that the pages of the guide and those for developers have in common.

/** Escapes text for HTML content and double-quoted attributes. */
export const escaped = text =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Returns links to the sections of a page: `[anchor, HTML of the heading]`. */
export const outlineOf = (id, name, sections) => `<nav class="sur-la-page" aria-labelledby="${id}">
<p id="${id}">${name}</p>
<ul>${sections.map(([at, heading]) => `<li><a href="#${at}">${heading}</a></li>`).join('')}</ul>
</nav>`;

/** Content-Security-Policy of the pages: the strict one that the widgets need. Requests to other sites are refused. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html spass-widgets";

/** Returns the content of a page with its contents before the first section: the text before it is read first. */
export const withOutline = (body, outline) => body.replace(/(?=<h2 )/, () => `${outline}\n`);

const SEARCH_LABELS = {fr: 'Chercher dans le guide', en: 'Search the documentation'};

/** Returns the search field; its script shows it, and adds the results to `main`. */
export const renderSearch = lang => `<form class="recherche" role="search">
        <label for="recherche">${SEARCH_LABELS[lang]}</label>
        <input id="recherche" type="search" placeholder=" " autocomplete="off" spellcheck="false" maxlength="80">
      </form>`;

/** Returns links to the pages before and after a page; `link` renders one. */
export const renderNeighbours = (
  name,
  before,
  next,
  link,
) => `<nav class="suite" aria-label="${name.list}">
      ${before ? `<p><span>${name.before}</span> ${link(before, ' rel="prev"')}</p>` : ''}
      ${next ? `<p class="apres"><span>${name.after}</span> ${link(next, ' rel="next"')}</p>` : ''}
    </nav>`;

/**
 * Returns a complete page.
 *
 * @param top Relative URL of the root folder of the site, with a slash at the end; `folder` is the guide's.
 * @param isLive True for a page with widgets.
 * @param hasThumbnails True for a page with drawings of the widgets.
 */
export const renderFrame = ({
  lang,
  title,
  description,
  top,
  folder,
  isLive = false,
  hasThumbnails = false,
  body,
}) =>
  `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <meta name="description" content="${escaped(description)}">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="${top}favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${top}demo.css">
    <link rel="stylesheet" href="${folder}guide.css">${
      hasThumbnails
        ? `
    <link rel="stylesheet" href="${top}configurateur/thumbnails.css">`
        : ''
    }${
      isLive
        ? `
    <link rel="stylesheet" href="${top}cdn/spass-widgets.css">
    <script src="${top}cdn/spass-widgets.js" defer></script>`
        : ''
    }
    <script type="module" src="${folder}recherche.js"></script>
  </head>
  <body>
${body}
  </body>
</html>
`;
