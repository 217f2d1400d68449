import {normalizeName} from '../../../../src/data/sources/shared/columns/column-names.js';
import type {FileFinder} from './file-finder.js';
import type {Table} from './read-tables.js';
import {FOLDER_ORIGIN} from './records.js';

/** Headings of columns that name pictures, documents or links, in four languages. */
const FILE_HEADING =
  /image|photo|foto|bild|afbeelding|visuel|vignette|illustration|picture|logo|emblem|cover|fichier|file|document|pdf|piece|bijlage|bestand|datei|anhang|anlage|attachment|telechargement|download|lien|link|url|^(?:avant|apres|before|after|voor|na|vorher|nachher)(?:_|$)/;
/** Number of rows in which headings may stand. */
const HEADING_ROWS = 15;
const FILE_NAME =
  /^(?![a-z][a-z\d+.-]*:|www\.)[^:?#]+\.(?:jpe?g|png|webp|gif|tiff?|avif|svg|pdf|od[tsp]|docx?|xlsx?|pptx?|zip|csv|txt|mp3|mp4)$/i;

/**
 * Returns the tables with names of files (`canal.jpg`, `plan du bourg.pdf`) as addresses in the folder. Otherwise
 * `canal.jpg` would be read as the address of a site.
 */
export const withFileAddresses = (tables: readonly Table[], finder: FileFinder): readonly Table[] =>
  tables.map(table => {
    const columns = fileColumns(table);
    if (columns.size === 0) return table;
    const toAddress = (part: string): string => {
      const name = part.trim();
      const file = finder.find(name);
      if (file === undefined && !FILE_NAME.test(name)) return part;
      return FOLDER_ORIGIN + (file ?? name).split('/').map(encodeURIComponent).join('/');
    };
    const rows = table.rows.map(row => ({
      ...row,
      cells: row.cells.map((cell, i) =>
        columns.has(i) && typeof cell === 'string'
          ? cell
              .split(/([;|\n])/)
              .map(toAddress)
              .join('')
          : cell,
      ),
    }));
    return {...table, rows};
  });

function fileColumns({rows}: Table): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const {cells} of rows.slice(0, HEADING_ROWS))
    cells.forEach((cell, i) => {
      if (typeof cell === 'string' && cell.length < 60 && FILE_HEADING.test(normalizeName(cell)))
        columns.add(i);
    });
  return columns;
}
