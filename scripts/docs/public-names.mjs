// Lists the public names of the tags in the manifest. `node scripts/docs/public-names.mjs` writes the names of a release
// to tests/repository/public-names.json: these may not be removed before the next major version.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from '../setup.mjs';

export const RELEASED_NAMES_FILE = join(root, 'tests/repository/public-names.json');

const names = entries =>
  (entries ?? [])
    .map(({name}) => name)
    .filter(name => name !== undefined)
    .sort();

/** Returns the attributes, properties, methods, events, slots, parts and custom properties of each tag. */
export const listPublicNames = manifest =>
  Object.fromEntries(
    manifest.modules
      .flatMap(({declarations = []}) => declarations)
      .filter(({tagName}) => tagName)
      .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
      .map(({tagName, members = [], ...tag}) => {
        const own = kind =>
          members.filter(
            member =>
              member.kind === kind && !member.static && (member.privacy ?? 'public') === 'public',
          );
        return [
          tagName,
          {
            attributes: names(tag.attributes),
            properties: names(own('field')),
            methods: names(own('method')),
            events: names(tag.events),
            slots: names(tag.slots),
            parts: names(tag.cssParts),
            customProperties: names(tag.cssProperties),
          },
        ];
      }),
  );

/** Returns the removed names, such as `spass-agenda attributes: limit`. */
export const removedNames = (before, now) =>
  Object.entries(before).flatMap(([tag, kinds]) =>
    Object.entries(kinds).flatMap(([kind, list]) =>
      list
        .filter(name => !now[tag]?.[kind]?.includes(name))
        .map(name => `${tag} ${kind}: ${name || '(default)'}`),
    ),
  );

export const readManifest = () =>
  JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(
    RELEASED_NAMES_FILE,
    `${JSON.stringify(listPublicNames(readManifest()), null, 2)}\n`,
  );
