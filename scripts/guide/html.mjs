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

/**
 * Returns a complete page.
 *
 * @param top Relative URL of the root folder of the site, with a slash at the end; `folder` is that of the guide.
 * @param scripts HTML at the end of the head.
 */
export const renderFrame = ({lang, policy, title, description, top, folder, scripts = '', body}) =>
  `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <meta name="description" content="${escaped(description)}">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="${top}favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${top}demo.css">
    <link rel="stylesheet" href="${folder}guide.css">${scripts}
  </head>
  <body>
${body}
  </body>
</html>
`;
